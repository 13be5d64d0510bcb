import { KEYWORDS, type Keyword, missingKeywords } from "@earmark/openapi";
import { describe, expect, test } from "vitest";
import * as coverage from "../coverage/schema/keywords/index.ts";
import * as faults from "../mutation/faults/faults-of-keyword.ts";

/** A folder that has code of its own for each keyword. */
interface Implementer {
  readonly keywords: Iterable<string>;
  readonly leftOut: Readonly<Record<string, string>>;
}

const implementers: Readonly<Record<string, Implementer>> = {
  coverage: { keywords: coverage.keywords.keys(), leftOut: coverage.LEFT_OUT },
  mutation: { keywords: Object.keys(faults.SPOILERS), leftOut: faults.LEFT_OUT },
};

describe.for(Object.entries(implementers))("the keywords of %s", ([, { keywords, leftOut }]) => {
  const implemented = new Set(keywords);
  const names = Object.values(leftOut).flatMap((list) => list.split(" "));
  const missing = (table: ReadonlyMap<string, Keyword>): readonly string[] =>
    missingKeywords(table, implemented, names);

  test("are those of the table", () => {
    expect(missing(KEYWORDS)).toEqual([]);
  });

  test("lack one that is new there", () => {
    const madeUp = { ...KEYWORDS.get("pattern"), name: "madeUp" } as Keyword;
    expect(missing(new Map([...KEYWORDS, ["madeUp", madeUp]]))).toEqual(["madeUp"]);
  });

  test("are left out only where they are in the table, and not implemented after all", () => {
    expect(names.filter((name) => !KEYWORDS.has(name) || implemented.has(name))).toEqual([]);
  });
});
