import { expect } from "vitest";
import type { Case, ContractOperation } from "../contract/contract.ts";
import { validator } from "../contract/contract.ts";
import { requestExamples } from "../document/examples.ts";
import { formBody } from "../document/form-body.ts";
import { violations } from "../messages/violations.ts";

const VIEWS = ["request", "strict"] as const;

/** The validators refuse every violation at its path, and accept every example. */
export function validatorCases(operations: readonly ContractOperation[]): readonly Case[] {
  const refusals = violations(operations).flatMap(({ operation: { contract }, name, at, codes, value: wrong }) =>
    wrong === undefined
      ? []
      : VIEWS.map((view) => ({
          name: `the ${view} validators refuse ${name}`,
          check: () => {
            // What is validated is the parameter or the body, which begins after the first name or two.
            const path = at.slice(at[0] === "body" ? 1 : 2);
            const { is, issues } = validator(contract, view, wrong.schema);
            expect(is(wrong.value)).toBe(false);
            expect(issues(wrong.value)).toContainEqual(
              expect.objectContaining({ path, code: expect.toBeOneOf([...codes]) }),
            );
          },
        })),
  );
  const examples = requestExamples(operations).map(({ name, operation, value }) => ({
    name: `the validators accept ${name}`,
    check: () => {
      const schema = formBody(operation)?.schema ?? "";
      expect(VIEWS.map((view) => validator(operation.contract, view, schema).issues(value))).toEqual([[], []]);
    },
  }));
  return [...refusals, ...examples];
}
