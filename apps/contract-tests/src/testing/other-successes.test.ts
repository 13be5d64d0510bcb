import { boundaryCases } from "@earmark/contract";
import { judge, serveInProcess, suiteOf } from "@earmark/contract/mutation";
import { expect, test } from "vitest";
import { makeOtherSuccesses, otherSuccesses } from "./other-successes.ts";

test("an operation may have any success, or several, and no body", { timeout: 120_000 }, async () => {
  const suite = await otherSuccesses();
  const servers = serveInProcess(suite.operations, makeOtherSuccesses);
  const groups = suiteOf(suite, { runs: 6, seed: 1, shrink: false });
  const boundaries = {
    name: "boundaries",
    cases: () =>
      boundaryCases("sandbox", suite.operations).map(({ name, check }) => ({
        name,
        check: () => check(servers.sandbox),
      })),
  };
  expect(await judge([...groups, boundaries], servers)).toBeUndefined();
});
