import { KEYWORDS, type Keyword, missingKeywords } from "@earmark/openapi";
import { describe, expect, it } from "vitest";
import { GROWN, NOT_GROWN } from "../../testing/fuzz/grower.ts";
import { EMITTED, LEFT_OUT } from "./emit-schema.ts";

describe.each([
  ["the emitter of validators", EMITTED, Object.keys(LEFT_OUT)],
  ["what grows values to try them with", GROWN, Object.values(NOT_GROWN).flatMap((names) => names.split(" "))],
])("%s", (_name, implemented, leftOut) => {
  it("has every keyword of the table that decides about values", () => {
    expect(missingKeywords(KEYWORDS, implemented, leftOut)).toEqual([]);
  });

  it("lacks one that is new there", () => {
    const madeUp = { ...KEYWORDS.get("pattern"), name: "madeUp" } as Keyword; // of which the table has one
    expect(missingKeywords(new Map([...KEYWORDS, ["madeUp", madeUp]]), implemented, leftOut)).toEqual(["madeUp"]);
  });

  it("names no keyword that the table lacks, and leaves none out that it has", () => {
    const named = [...implemented, ...leftOut];
    expect(
      named.filter((name) => !KEYWORDS.has(name) || (implemented.includes(name) && leftOut.includes(name))),
    ).toEqual([]);
  });
});
