import { describe, expect, it } from "vitest";
import { formatDiagnostics } from "../diagnostics/report.ts";
import { modelOf } from "../testing/documents.ts";
import { checkModel } from "./checks.ts";

const warnings = async (schemas: Record<string, unknown>) => checkModel(await modelOf({ schemas }));

describe("a pattern that a hostile text keeps busy", () => {
  it.each<[string, string]>([
    ["^(a+)+$", "exponential"],
    ["^(\\w+\\s?)*$", "exponential"],
    ["^\\d*\\d*x$", "polynomial"],
    ["^(a|a)*$", "exponential"],
    ["^(a|b|ab)*$", "exponential"],
    ["^(\\w|\\d)+$", "exponential"],
    ["^(.|\\s)*$", "exponential"],
    ["^(a|aa)+b", "exponential"],
    ["^([ab]{1,2}){2,}c", "exponential"],
    ["^(a{2,3})*$", "exponential"],
    ["^((a|b)|[ab]x?)*-$", "exponential"],
  ])("is named with its place and cost: %s", async (pattern, cost) => {
    const [warning, ...others] = await warnings({ S: { properties: { a: { type: "string", pattern } } } });
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ rule: "runaway-pattern", severity: "warning" });
    expect(warning?.message).toContain(`/${pattern}/ takes ${cost} time`);
    expect(warning?.line).toBeGreaterThan(1);
  });

  it("is named once, however often it stands in the document", async () => {
    const s = { type: "string", pattern: "^(a+)+$" };
    const found = await warnings({ A: s, B: { patternProperties: { "^(a+)+$": {} } }, C: { items: s } });
    expect(formatDiagnostics(found)).toEqual([expect.stringMatching(/ \(3 places; also \d+:\d+, \d+:\d+\)$/)]);
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
  "^(a{3})*$",
  "^\\d{1,3}(,\\d{3})*$",
  // Nothing behind the loop can fail.
  "^(a|a)*",
  // The look-ahead keeps the ways apart.
  "^(?:(?!foo)[a-z]|foo)*$",
  "^(x{1,200}y){1,200}(a|a)+$",
])("a harmless pattern, or one too long to tell, is not named: %s", async (pattern) => {
  expect(await warnings({ S: { type: "string", pattern } })).toEqual([]);
});
