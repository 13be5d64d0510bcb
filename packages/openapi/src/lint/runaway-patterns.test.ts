import { describe, expect, it } from "vitest";
import { formatDiagnostics } from "../diagnostics/report.ts";
import { modelOf } from "../testing/documents.ts";
import { checkModel } from "./checks.ts";

const warnings = async (schemas: Record<string, unknown>) => checkModel(await modelOf({ schemas }));

describe("a pattern that a hostile string keeps busy", () => {
  it.each<[string, string]>([
    ["^(a+)+$", "exponential"],
    ["^(\\w+\\s?)*$", "exponential"],
    ["^\\d*\\d*x$", "polynomial"],
    ["^(a|a)*$", "exponential"],
    ["^(a|b|ab)*$", "exponential"],
    ["^(\\w|\\d)+$", "exponential"],
    ["^(a|aa)+b", "exponential"],
    ["^([ab]{1,2}){2,}c", "exponential"],
    ["^(a{2,3})*$", "exponential"],
    ["^((a|b)|[ab]x?)*-$", "exponential"],
    ["^(x{1,200}y){1,200}(a|a)+$", "exponential"],
    // Bounded, and long all the same.
    ["^(a|a){1,60}$", "exponential"],
    ["^(?:b?){35}b{35}$", "polynomial"],
    ["^(.*;){12}Q", "exponential"],
    ["^([a-c]{1,8}){1,30}d$", "exponential"],
    // What is looked at around a position is read in many ways, or keeps none of them apart.
    ["(?=(x|x)*y)", "exponential"],
    ["(?!(x|x)*y)z", "exponential"],
    ["(?<=y(x|x)*)z", "exponential"],
    ["^(?:x(?=.)|x)*y$", "exponential"],
    ["^(?:(?!y)x|x)+z$", "exponential"],
    // Strings that others stand before.
    ["^https?://[^/]+/([\\w-]+/?)*\\.html$", "exponential"],
    ["^(x)(?:\\1|x)*y$", "exponential"],
    // Strings that fail at their end only, or never come to what would end the search.
    ["^.+:[^\\d].+$", "polynomial"],
    ["^.*@.*\\..*", "polynomial"],
    ["^\\s*\\S*\\s*\\S*;$", "polynomial"],
    ["^(?:x*)*y$", "exponential"],
    ["^(x?|y?){40}z$", "exponential"],
    ["^(((x{0,99}){0,99}){0,99}){0,99}$", "exponential"],
    ["^(?:x*?)*?y$", "exponential"],
    ["^(\\p{L}|[à-ü])*!$", "exponential"],
  ])("is named with its place and cost: %s", async (pattern, cost) => {
    const [warning, ...others] = await warnings({ S: { properties: { a: { type: "string", pattern } } } });
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ rule: "runaway-pattern", severity: "warning" });
    expect(warning?.message).toContain(`/${pattern}/ takes ${cost} time on a string such as "`);
    expect(warning?.line).toBeGreaterThan(1);
  });

  it("is named once, however often it stands in the document", async () => {
    const s = { type: "string", pattern: "^(a+)+$" };
    const found = await warnings({ A: s, B: { patternProperties: { "^(a+)+$": {} } }, C: { items: s } });
    expect(formatDiagnostics(found)).toEqual([expect.stringMatching(/ \(3 places; also \d+:\d+, \d+:\d+\)$/)]);
  });

  it.each<[number, string, boolean]>([
    [10, "^(a+)+$", false],
    [60, "^(a+)+$", true],
    [1000, "^(a+)+$", true],
    [500, "^\\d*\\d*x$", false],
    [100_000, "^\\d*\\d*x$", true],
    [30, "^(a|aa)+$", false],
    [0, "^(a+)+$", false],
  ])("is judged by its maxLength %d: %s %s", async (maxLength, pattern, isNamed) => {
    const found = await warnings({ S: { type: "string", pattern, maxLength } });
    expect(found.map(({ severity }) => severity)).toEqual(isNamed ? ["warning"] : []);
  });
});

it.each([
  "^AC[0-9a-fA-F]{32}$",
  "^[a-z]+(-[a-z]+)*$",
  "^\\+?[1-9]\\d{1,14}$",
  "^https?://",
  "[\\w-.]+",
  "^([a-z]|[0-9])+$",
  "^(.|\\n)*$",
  // Nothing is read by neither.
  "^(.|\\s)*$",
  "^(a{3})*$",
  "^\\d{1,3}(,\\d{3})*$",
  // Nothing behind the loop can fail.
  "^(a|a)*",
  "^(a+)+",
  // The look-ahead keeps the ways apart.
  "^(?:(?!foo)[a-z]|foo)*$",
  "^(?=.*[A-Z])(?=.*\\d)[A-Za-z\\d]{8,}$",
  "^(?:(?!-)[a-z\\d-]{1,63}(?<!-)\\.)+[a-z]{2,63}$",
  "^[\\w.+-]+@[\\w-]+\\.[\\w.-]+$",
  "^\\s*|\\s*$",
])("a harmless pattern is not named: %s", async (pattern) => {
  expect(await warnings({ S: { type: "string", pattern } })).toEqual([]);
});

describe("the analysis of a pattern ends soon", () => {
  const alternatives = Array.from({ length: 2000 }, (_, index) => `a${index}`).join("|");
  it.each([
    ["2,000 alternatives", `^(${alternatives})*$`],
    ["200 loops in each other", `^${"(".repeat(200)}a${")*".repeat(200)}$`],
    ["1,000 groups in each other", `^${"(".repeat(1000)}a${")+".repeat(1000)}$`],
    ["200 repetitions in each other", `^${"(".repeat(200)}a${")+".repeat(200)}b$`],
    ["2,500 groups in each other", `^${"(?:a?".repeat(2500)}b${")".repeat(2500)}$`],
    ["repetitions of repetitions", "^(((a{0,99}){0,99}){0,99}){0,99}$"],
    ["ways without a character", `^${"(a?|b?)".repeat(40)}c$`],
    [
      "many characters",
      `^(?:[${Array.from({ length: 400 }, (_, index) => `\\u{${(0x4e00 + 7 * index).toString(16)}}`).join("")}]x?)+y$`,
    ],
    ["host names", "^((?!-)[A-Za-z0-9-]{1,62}[A-Za-z0-9]\\.)+[a-z]{2,63}$"],
  ])("with %s", async (_what, pattern) => {
    const start = process.cpuUsage();
    const found = await warnings({ S: { type: "string", pattern } });
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
    for (const { severity, message } of found)
      expect(message).toMatch(severity === "info" ? /^\/.*\/ is not decided: / : / takes /);
  });

  it("and says so where it does not come to an end", async () => {
    const sets = Array.from({ length: 300 }, (_, index) => `[^\\u{${(0x4e00 + index).toString(16)}}]{0,99}`);
    const pattern = `^(?:${sets.join("")}){0,99}$`;
    expect(await warnings({ S: { type: "string", pattern } })).toMatchObject([
      { rule: "runaway-pattern", severity: "info", message: expect.stringContaining(" is not decided: ") },
    ]);
  });
});
