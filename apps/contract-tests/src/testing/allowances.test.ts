import { allowance, allowances, onTheWire, readOperations, violations } from "@earmark/contract";
import { expect, test } from "vitest";
import { contracts } from "../contracts/index.ts";

const cases = violations(await readOperations(contracts)).filter(onTheWire);

test.for(allowances)("the allow-list of the $target has a use for $rule in a $place", (entry) => {
  expect(cases.some((violation) => allowance(entry.target, violation) === entry)).toBe(true);
});

test("every violation has a name of its own, by which to find it", () => {
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});
