import { boundaryCases } from "@earmark/contract";
import { gather, judge, suiteOf } from "@earmark/contract/mutation";
import { expect, test } from "vitest";
import { makeOtherSuccesses, otherSuccesses } from "./other-successes.ts";

test("an operation may have any success, or several, and no body", { timeout: 120_000 }, async () => {
  const agreed = await otherSuccesses();
  const parties = gather(agreed.operations, makeOtherSuccesses);
  const layers = suiteOf(agreed, { runs: 6, seed: 1, shrink: false });
  const boundaries = {
    name: "boundaries",
    cases: () =>
      boundaryCases("sandbox", agreed.operations).map(({ name, check }) => ({
        name,
        check: () => check(parties.sandbox),
      })),
  };
  expect(await judge([...layers, boundaries], parties)).toBeUndefined();
});
