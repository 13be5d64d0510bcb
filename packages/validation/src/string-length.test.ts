import { describe, expect, it } from "vitest";
import { isLonger, isShorter } from "./string-length.ts";

describe("a text", () => {
  it.each([
    ["", 0],
    ["a", 1],
    ["é", 1],
    ["e\u0301", 2],
    ["😀", 1],
    ["😀😀a", 3],
    ["👨‍👩‍👧", 5],
    ["\ud83d", 1],
    ["\ude00\ud83d", 2],
    ["a\ud83db", 3],
    ["😀".repeat(100), 100],
  ])("%j has %i code points", (text, length) => {
    for (let limit = 0; limit < 2 * text.length + 2; limit++)
      expect([limit, isShorter(text, limit), isLonger(text, limit)]).toEqual([limit, length < limit, length > limit]);
  });

  it("is not counted where its length decides", () => {
    const text = "😀".repeat(10_000_000);
    // Counting once takes a tenth of a second at least, and this would take minutes.
    for (let call = 0; call < 10_000; call++) {
      if (!isLonger(text, 100) || isShorter(text, 100)) throw new Error("it has more than 100");
    }
    expect([isLonger(text, 9_999_999), isLonger(text, 10_000_000), isShorter(text, 10_000_001)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
