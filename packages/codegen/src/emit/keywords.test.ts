import { KEYWORDS, type Keyword, missingKeywords, TYPED_KEYWORDS } from "@earmark/openapi";
import { describe, expect, it } from "vitest";
import { TYPED, UNTYPED } from "./types/schema-type.ts";
import { EMITTED, LEFT_OUT } from "./validators/emit-schema.ts";

describe.each([
  ["validators", EMITTED, Object.keys(LEFT_OUT)],
  ["types", TYPED, Object.keys(UNTYPED).flatMap((names) => names.split(" "))],
])("the emitter of %s", (_, implemented, leftOut) => {
  it("has every keyword of the table that decides about values", () => {
    expect(missingKeywords(KEYWORDS, implemented, leftOut)).toEqual([]);
  });

  it("lacks one that is new there", () => {
    const madeUp = { ...KEYWORDS.get("pattern"), name: "madeUp" } as Keyword; // of which the table has one
    expect(missingKeywords(new Map([...KEYWORDS, ["madeUp", madeUp]]), implemented, leftOut)).toEqual(["madeUp"]);
  });

  it("names no keyword that the table lacks, and leaves none out that it has", () => {
    const isWrong = (name: string) => !KEYWORDS.has(name) || (implemented.includes(name) && leftOut.includes(name));
    expect([...implemented, ...leftOut].filter(isWrong)).toEqual([]);
  });
});

it("types have a form for the keywords of which an inventory says so", () => {
  expect(TYPED.toSorted()).toEqual(TYPED_KEYWORDS.toSorted());
});
