import { expect, test } from "vitest";
import { scoreOf } from "./score-reporter.ts";

test("the score counts what was noticed, and by what", () => {
  const score = scoreOf([
    { of: "sandbox", noticedBy: "memory" },
    { of: "sandbox", noticedBy: undefined },
    { of: "sandbox", noticedBy: "memory" },
    { of: "document", noticedBy: undefined },
  ]);
  expect(score.split("\n")).toEqual([
    " Mutation score 2/4",
    "  sandbox  2/3 noticed, first by memory 2",
    "  document 0/1 noticed, first by nobody",
  ]);
});
