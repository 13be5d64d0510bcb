import { expect, it } from "vitest";
import { type Check, report, reportUnion } from "./check.ts";
import type { Issue } from "./issue.ts";

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

it("collects what each alternative of a union said, in the order of the document", () => {
  const issues: Issue[] = [];
  expect(reportUnion(issues, ["a"], "oneOf", 1, [fails("minimum"), () => true, fails("type")])).toBe(false);
  expect(issues).toMatchObject([{ path: ["a"], code: "oneOf", expected: 3, value: 1 }]);
  expect(issues[0]?.branches?.map((branch) => branch.map(({ path, code }) => [path, code]))).toEqual([
    [[["a"], "minimum"]],
    [],
    [[["a"], "type"]],
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
  reportUnion(within, [], "anyOf", numbers, [checkTexts, checkTexts]);
  expect(within[0]?.branches?.map((branch) => branch.length)).toEqual([1000, 100]);
});
