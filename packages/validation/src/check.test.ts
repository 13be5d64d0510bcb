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
