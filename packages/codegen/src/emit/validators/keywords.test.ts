import { KEYWORDS, type Keyword, missingKeywords } from "@earmark/openapi";
import { describe, expect, it } from "vitest";
import { EMITTED, LEFT_OUT } from "./emit-schema.ts";

describe("the emitter of validators", () => {
  const leftOut = Object.keys(LEFT_OUT);

  it("has every keyword of the table that decides about values", () => {
    expect(missingKeywords(KEYWORDS, EMITTED, leftOut)).toEqual([]);
  });

  it("lacks one that is new there", () => {
    const madeUp = { ...KEYWORDS.get("pattern"), name: "madeUp" } as Keyword; // of which the table has one
    expect(missingKeywords(new Map([...KEYWORDS, ["madeUp", madeUp]]), EMITTED, leftOut)).toEqual(["madeUp"]);
  });

  it("names no keyword that the table lacks, and leaves none out that it has", () => {
    const named = [...EMITTED, ...leftOut];
    expect(named.filter((name) => !KEYWORDS.has(name) || (EMITTED.includes(name) && leftOut.includes(name)))).toEqual(
      [],
    );
  });
});
