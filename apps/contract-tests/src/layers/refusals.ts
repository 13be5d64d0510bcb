import { expect } from "vitest";
import { responseExamples } from "../document/examples.ts";
import type { ContractOperation } from "../document/operations.ts";
import { findings } from "../prism/findings.ts";
import type { WireAnswer } from "../tap/exchange.ts";
import { send } from "../tap/send.ts";
import type { Target } from "../targets/target.ts";
import { validator } from "../targets/validator.ts";
import { allowance, type ReaderName } from "../violations/allowances.ts";
import { rightRequest } from "../violations/right-request.ts";
import { onTheWire, type WireViolation } from "../violations/violation.ts";
import { violations } from "../violations/violations.ts";
import { wasFound } from "../violations/was-found.ts";
import type { Case } from "./case.ts";
import { expectRefusal } from "./expect-refusal.ts";

/** A target accepts what is right and refuses every violation, in the shape of the document, but for its allowances. */
export function refusalCases(target: ReaderName, operations: readonly ContractOperation[]): readonly Case<Target>[] {
  const cases = violations(operations).filter(onTheWire);
  return [
    ...operations.map(
      (operation): Case<Target> => ({
        name: `the ${target} accepts a right request of ${operation.method}`,
        check: async (server) => expectAccepted(operation, await send(rightRequest(operation), server)),
      }),
    ),
    ...cases.map((violation) => refusalCase(target, violation)),
  ];
}

function refusalCase(target: ReaderName, violation: WireViolation): Case<Target> {
  if (allowance(target, violation)) {
    return {
      name: `the ${target} accepts ${violation.name}, as allowed`,
      check: async (server) => {
        const { status } = await send(violation.request, server);
        expect(status, "is refused after all: take it off the allow-list").toBe(200);
      },
    };
  }
  return {
    name: `the ${target} refuses ${violation.name}`,
    check: async (server) => {
      const answer = await send(violation.request, server);
      expectRefused(violation, answer);
      if (target === "mock") expect(findings(answer)).toSatisfy((list) => wasFound(violation, list));
      else expectReason(violation, answer);
    },
  };
}

/** Prism says through the header of the proxy what is wrong with a request, and passes on what the sandbox answered. */
export function reportCases(operations: readonly ContractOperation[]): readonly Case<Target>[] {
  const cases = violations(operations).filter(onTheWire);
  return cases
    .filter((violation) => !allowance("mock", violation))
    .map((violation) => ({
      name: `the proxy reports ${violation.name}`,
      check: async (server) => {
        const answer = await send(violation.request, server);
        expect(findings(answer)).toSatisfy((list) => wasFound(violation, list));
        if (!allowance("sandbox", violation)) expectRefused(violation, answer);
      },
    }));
}

/** The answer is the one for success, and Prism has nothing to say. */
export function expectAccepted(operation: ContractOperation, answer: WireAnswer): void {
  expect(findings(answer)).toEqual([]);
  expect(answer.status).toBe(200);
  expectValid(operation, answer);
}

function expectRefused(violation: WireViolation, answer: WireAnswer): void {
  expect(violation.statuses).toContain(answer.status);
  expectValid(violation.operation, answer);
}

/** What the document's own example says, and what is wrong where. */
function expectReason({ at: [place, name = ""], value, statuses, operation }: WireViolation, answer: WireAnswer): void {
  const status = place === "path" ? 404 : Number(statuses[0]);
  const example = responseExamples([operation]).find((each) => each.status === String(status));
  expectRefusal(answer, status, Object(example?.value).code, value === undefined ? "" : String(name));
}

/** The answer is one that the document has, as the document has it. */
export function expectValid(
  { contract, generated, method }: ContractOperation,
  { status, headers, body }: WireAnswer,
): void {
  const [type = ""] = (headers["content-type"] ?? "").split(";");
  const schema = generated.responses[status]?.content?.[type]?.schema;
  if (schema === undefined) throw new Error(`The document has no answer ${status} ${type} of ${method}.`);
  const value: unknown = JSON.parse(body);
  expect(validator(contract, "strict", schema).issues(value)).toEqual([]);
  if (status >= 400) expect(value).toMatchObject({ status });
}
