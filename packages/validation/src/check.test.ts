import { expect, it } from "vitest";
import { type Check, report, reportMember } from "./check.ts";
import type { Issue } from "./issue.ts";
import { reportUnion } from "./report-union.ts";

const fails =
  (code: string): Check =>
  (value, issues, path) =>
    !report(issues, path, code, true, value);

it("stops a check at the first failure when nobody collects", () => {
  expect([report(undefined, undefined, "type"), reportUnion(undefined, undefined, "anyOf", 1, [])]).toEqual([
    true,
    true,
  ]);
});

it("collects what each alternative of a union says, the closest first, and of equally close ones in their order", () => {
  const issues: Issue[] = [];
  const tag: Check = (_, issues, path = []) => !report(issues, [...path, "kind"], "const", "b", "a");
  const two: Check = (value, issues, path) =>
    fails("minLength")(value, issues, path) && fails("pattern")(value, issues, path);
  const checks = [fails("type"), tag, two, fails("minimum"), fails("maximum"), () => true];
  expect(reportUnion(issues, ["a"], "oneOf", 1, checks)).toBe(false);
  expect(issues).toMatchObject([{ path: ["a"], code: "oneOf", expected: 6, value: 1 }]);
  expect(issues[0]?.branches?.map((branch) => branch.map(({ code }) => code))).toEqual([
    [],
    ["minimum"],
    ["maximum"],
    ["minLength", "pattern"],
    ["const"],
    ["type"],
  ]);
});

it("stops a check that collects after 100 issues, within a union and without", () => {
  const looks = { items: 0 };
  const checkTexts: Check = (value, issues, path = []) => {
    for (const [index, item] of (value as unknown[]).entries()) {
      looks.items++;
      if (typeof item !== "string" && report(issues, [...path, index], "type", "string", item)) return false;
    }
    return true;
  };
  const checkUnions: Check = (value, issues, path = []) => {
    for (const item of value as unknown[]) if (reportUnion(issues, path, "anyOf", item, [])) return false;
    return true;
  };
  const numbers = Array.from({ length: 100_000 }, (_, index) => index);
  const issues: Issue[] = [];
  expect([checkTexts(numbers, issues, []), issues.length, looks.items]).toEqual([false, 100, 100]);
  const unions: Issue[] = [];
  expect([checkUnions(numbers, unions, []), unions.length]).toEqual([false, 100]);
  const within: Issue[] = [];
  // The union is one of them.
  reportUnion(within, [], "anyOf", numbers, [checkTexts, checkTexts]);
  expect(within[0]?.branches?.map((branch) => branch.length)).toEqual([99, 0]);
});

it("an issue of a member has the member's key behind the path", () => {
  const issues: Issue[] = [];
  report(issues, ["a"], "type", "string", 5, "b");
  report(issues, ["a"], "type", "string", 5, 0);
  report(issues, ["a"], "type", "string", 5);
  expect(issues.map(({ path }) => path)).toEqual([["a", "b"], ["a", 0], ["a"]]);
  expect(report(undefined, undefined, "type", "string", 5, "b")).toBe(true);
});

it("a member that is missing is reported as such, and not by its type", () => {
  const issues: Issue[] = [];
  reportMember(issues, [], "type", "string", undefined, "a");
  reportMember(issues, [], "type", "string", null, "a");
  expect(issues.map(({ path, code, expected }) => [path, code, expected])).toEqual([
    [["a"], "required", true],
    [["a"], "type", "string"],
  ]);
});
