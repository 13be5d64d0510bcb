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
    expect([isShorter(text, length), isShorter(text, length + 1)]).toEqual([false, true]);
    expect([isLonger(text, length), length > 0 && isLonger(text, length - 1)]).toEqual([false, length > 0]);
  });
});
