import { join } from "node:path";
import { RULE_IDS } from "@earmark/openapi-diff";
import { expect, it } from "vitest";
import { bumpFor, EXCEPTIONS } from "./policy.ts";
import { policyDocument } from "./testing/policy-document.ts";

it("is written down for people as it is", async () => {
  await expect(policyDocument()).toMatchFileSnapshot(join(import.meta.dirname, "../../../POLICY.md"));
});

it("makes exceptions of rules that there are", () => {
  expect(RULE_IDS).toEqual(expect.arrayContaining(EXCEPTIONS.map(({ rule }) => rule)));
});

it.each([
  ["breaking", "0.0.0", "minor"],
  ["breaking", "0.4.1-next.2", "minor"],
  ["breaking", "1.0.0-next.0", "major"],
  ["breaking", "10.2.0", "major"],
  ["addition", "0.4.1", "patch"],
  ["addition", "1.0.0", "minor"],
  ["fix", "0.4.1", "patch"],
  ["fix", "2.0.0", "patch"],
  ["new", "0.0.0", "minor"],
  ["new", "1.0.0", "minor"],
] as const)("makes of %s at %s a %s", (reason, version, level) => {
  expect(bumpFor(reason, version)).toBe(level);
});
