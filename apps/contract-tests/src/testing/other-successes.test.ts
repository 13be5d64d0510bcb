import { boundaryCases } from "@earmark/contract";
import { gather, judge, suiteOf } from "@earmark/contract/mutation";
import { expect, test } from "vitest";
import { sandboxCases } from "../sandbox/sandbox-cases.ts";
import { makeOtherSuccesses, otherSuccesses } from "./other-successes.ts";

/** A script of faults asks for operations of the sandbox by their IDs, and this one does not know of a DELETE. */
const NOT_KNOWN = "faults do what they are asked for, by script or by header";

test("an operation may have any success, or several, and no body", { timeout: 120_000 }, async () => {
  const agreed = await otherSuccesses();
  const parties = gather(agreed.operations, makeOtherSuccesses);
  const layers = suiteOf(agreed, { runs: 6, seed: 1, shrink: false }, sandboxCases).map(({ name, cases }) => ({
    name,
    cases: () => cases().filter((each) => each.name !== NOT_KNOWN),
  }));
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
