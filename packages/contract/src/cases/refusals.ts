import { expect } from "vitest";
import type { Case, ContractOperation, Target } from "../contract/contract.ts";
import type { WireResponse } from "../coverage/exchange.ts";
import { responseExamples } from "../document/examples.ts";
import { isSuccess } from "../document/responses.ts";
import { allowance, type ReaderName } from "../messages/allowances.ts";
import { rightRequest } from "../messages/right-request.ts";
import { onTheWire, type WireViolation } from "../messages/violation.ts";
import { violations } from "../messages/violations.ts";
import { type Finding, findings } from "../prism/findings.ts";
import { send } from "../targets/call.ts";
import { expectRefusal, expectSuccess, expectValid } from "./expectations.ts";

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
        const isAccepted = isSuccess(violation.operation, status);
        expect(isAccepted, `is refused after all, with ${status}: take it off the allow-list`).toBe(true);
      },
    };
  }
  return {
    name: `the ${target} refuses ${violation.name}`,
    check: async (server) => {
      const response = await send(violation.request, server);
      expectRefused(violation, response);
      if (target === "mock") expect(findings(response)).toSatisfy((list) => wasFound(violation, list));
      else expectReason(violation, response);
    },
  };
}

/** Prism reports in the header of the proxy what is wrong with a request, and passes on the sandbox's response. */
export function reportCases(operations: readonly ContractOperation[]): readonly Case<Target>[] {
  const cases = violations(operations).filter(onTheWire);
  return cases
    .filter((violation) => !allowance("mock", violation))
    .map((violation) => ({
      name: `the proxy reports ${violation.name}`,
      check: async (server) => {
        const response = await send(violation.request, server);
        expect(findings(response)).toSatisfy((list) => wasFound(violation, list));
        if (!allowance("sandbox", violation)) expectRefused(violation, response);
      },
    }));
}

/** The response is one for success, and Prism has nothing to say. */
export function expectAccepted(operation: ContractOperation, response: WireResponse): void {
  expect(findings(response)).toEqual([]);
  expectSuccess(operation, response);
}

function expectRefused(violation: WireViolation, response: WireResponse): void {
  expect(violation.statuses).toContain(response.status);
  expectValid(violation.operation, response);
}

/** What the document's own example says, and what is wrong where. */
function expectReason(
  { at: [place, name = ""], value, statuses, operation }: WireViolation,
  response: WireResponse,
): void {
  const status = place === "path" ? 404 : Number(statuses[0]);
  const example = responseExamples([operation]).find((each) => each.status === String(status));
  expectRefusal(response, status, Object(example?.value).code, value === undefined ? "" : String(name));
}

/** True when Prism found this violation, and not only something else about the request. */
function wasFound({ at, codes, rule }: WireViolation, findings: readonly Finding[]): boolean {
  // Ajv speaks of the object where a name is missing. Prism writes names of parameters in lower case.
  const place = (rule === "required" ? at.slice(0, -1) : at).join(".").toLowerCase();
  return findings.some(({ location, code }) => location.toLowerCase() === place && codes.includes(code));
}
