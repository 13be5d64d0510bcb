import { expect, it } from "vitest";
import { regularExpression } from "./regular-expression.ts";

it.each<[pattern: string, matches: string, not: string]>([
  ["^\\p{L}+\\-\\d$", "é-1", "p{L}-1"],
  ["^\\_\\p{Lu}\\@[\\p{L}\\-\\_]$", "_É@-", "_é@-"],
  ["^[[\\-]\\-]$", "[-]", "a-]"],
  ["^\\\\-\\-.$", "\\--😀", "--😀"],
  ["^.$", "😀", "ab"],
  ["^[\\w-.]$", "-", "/"],
])("%s matches %s and not %s", (pattern, matches, not) => {
  expect(regularExpression(pattern).test(matches)).toBe(true);
  expect(regularExpression(pattern).test(not)).toBe(false);
});

it("refuses what is none", () => {
  expect(() => regularExpression("(?i)a")).toThrow(SyntaxError);
});
