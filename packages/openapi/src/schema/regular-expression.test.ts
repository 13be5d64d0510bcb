import { describe, expect, it } from "vitest";
import { mistakeIn, regularExpression } from "./regular-expression.ts";

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

describe("what another language means by a pattern is not what it means here", () => {
  it.each([
    "\\A[a-z]+\\z",
    "^[-a-z0-9_]+\\Z",
    "^\\h+\\R$",
    "^[\\A-z]$",
    "\\Qa.b\\E",
    "[\\i-[:]][\\c-[:]]*",
    "^[[:alpha:]]+$",
    "[^[:space:]_]",
    "[:digit:]",
    "/^abc$/i",
    "/^a\\/b$/",
    "/abc$/",
    "/abc/gi",
    "#^a$#i",
    "~^a~",
    "(?i)a",
    "(?i:a)b",
    "(?s-m:b)",
    "(?P<n>a)",
    "a++",
    "(?>a)",
    "\\p{Alnum}+",
    "^\\pL+$",
    "\\x{41}",
    "^\\u{61}\\_[-\\w-x]$",
    "\\d{,3}",
    "[a-z&&[^b]]",
    "[a-z-[aeiou]]+",
    "(?<n>a)\\g<n>",
    "^\\k<n>$",
  ])("%s", (pattern) => {
    expect(mistakeIn(pattern)).toBeDefined();
  });

  it.each([
    "^[😀-😎]$",
    "^/users/[0-9]+/$",
    "/v[0-9]+/",
    "/users/me",
    "^{[0-9a-f-]+}$",
    "^\\[a]$",
    "^[^[\\]]+$",
    "^[\\w-.]+@x$",
    "(?=a)(?!b)(?<=c)(?<!d)(?:e)",
    "\\cA\\x41\\u0041\\0[\\b]",
    "^(?<y>\\d{4})-\\k<y>$",
    "\\\\A[\\\\Z]",
    "[(?i:]",
    "^https?://.*/i$",
    "[a&&b]",
    "^(/[a-z]+)*/$",
    "price\\$/",
    "{,",
    "^#[0-9a-f]{6}#$",
  ])("but nothing is wrong with %s", (pattern) => {
    expect(mistakeIn(pattern)).toBeUndefined();
  });

  it("is found at once in long patterns, too", () => {
    const start = process.cpuUsage();
    for (const part of ["[", "(a|b", "\\\\", "[a]", "[[a", "/", "&&", "{,"])
      mistakeIn(part.repeat(20_000 / part.length));
    for (const part of ["[[a]", "[a", "(?:a)", "\\.", "a&", "#^"]) mistakeIn(`${part.repeat(4_900 / part.length)}]`);
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
  });
});
