import { expect } from "vitest";
import type { Case, ContractOperation } from "../contract/contract.ts";
import type { Target } from "../contract/target.ts";
import { boundaryResponses } from "../messages/boundary-responses.ts";
import { responseViolations } from "../messages/response-violations.ts";
import { rightRequest } from "../messages/right-request.ts";
import { findings } from "../prism/findings.ts";
import { scriptedResponse } from "../targets/scripted-response.ts";
import { send } from "../targets/send.ts";
import { validator } from "../targets/validator.ts";

/** Responses that are only just right: the validators accept each, and Prism's proxy has nothing to say about it. */
export function rightResponseCases(operations: readonly ContractOperation[]): readonly Case<Target>[] {
  return boundaryResponses(operations).map(({ name, operation, schema, value, response }) => ({
    name: `no reader objects to the response ${name}`,
    check: async (server) => {
      const received = await send(rightRequest(operation, { headers: scriptedResponse(response) }), server);
      expect(received.status).toBe(response.status);
      expect(findings(received)).toEqual([]);
      expect(validator(operation.contract, "strict", schema).issues(value)).toEqual([]);
      expect(validator(operation.contract, "response", schema).issues(value)).toEqual([]);
    },
  }));
}

/** Responses with something wrong: Prism's proxy says of each what and where. One for each rule and place. */
export function wrongResponseCases(operations: readonly ContractOperation[]): readonly Case<Target>[] {
  const wrong = Map.groupBy(responseViolations(operations), ({ operation, response, at, rule }) =>
    [operation.method, response.status, rule, ...at].join(" "),
  );
  return [...wrong.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    const { name, operation, response, at, rule, codes } = first;
    return {
      name: `the proxy notices the response ${name}`,
      check: async (server) => {
        const received = await send(rightRequest(operation, { headers: scriptedResponse(response) }), server);
        const location = ["body", ...(rule === "required" ? at.slice(0, -1) : at)].join(".");
        expect(findings(received)).toContainEqual({ location, code: expect.toBeOneOf([...codes]) });
      },
    };
  });
}
