import { expect, test } from "vitest";
import { type FaultResult, scoreOf } from "./score-reporter.ts";

const fault = (of: string, noticedBy: string | undefined, isApplied = true): FaultResult => ({
  of,
  noticedBy,
  isApplied,
  name: "forgets everything",
});

test("the score counts what was noticed, and by what", () => {
  const score = scoreOf([
    fault("sandbox", "memory"),
    fault("sandbox", undefined),
    fault("sandbox", "memory"),
    fault("document", undefined),
  ]);
  expect(score.split("\n")).toEqual([
    " Mutation score 2/4, 0 not applied",
    "  sandbox  2/3 noticed, first by memory 2",
    "  document 0/1 noticed, first by none",
  ]);
});

test("what was not applied counts for neither side, and is named", () => {
  const score = scoreOf([
    fault("sandbox", "memory"),
    fault("sandbox", undefined, false),
    fault("sandbox", "memory", false),
  ]);
  expect(score.split("\n")).toEqual([
    " Mutation score 1/1, 2 not applied",
    "  sandbox  1/1 noticed, first by memory 1",
    "  not applied: sandbox forgets everything",
    "  not applied: sandbox forgets everything",
  ]);
});
