import { ResponseValidationError } from "@earmark/http";
import { expect } from "vitest";
import { type Case, type ContractOperation, type Target, validator } from "../contract/contract.ts";
import { exampleCall } from "../document/examples.ts";
import { boundaryResponses, type ResponseViolation, responseViolations } from "../messages/responses.ts";
import { rightRequest } from "../messages/right-request.ts";
import { findings } from "../prism/findings.ts";
import { judgeResponse } from "../prism/oracle.ts";
import { call, send } from "../targets/call.ts";
import { scriptedResponse } from "../targets/scripted-response.ts";

/** What the document allows to grow in responses, so that a client survives what the API gains. */
const LENIENT: ReadonlySet<string> = new Set(["enum", "additionalProperties"]);

/** Wrong responses: the strict validators and Prism refuse each; the client reports all but those that it must bear. */
export function responseCases(operations: readonly ContractOperation[]): readonly Case[] {
  const wrong = responseViolations(operations);
  // Several responses have the same schema, and so the same validator.
  const distinct = new Map(
    wrong.map((violation) => [`${violation.schema} ${JSON.stringify(violation.value)}`, violation]),
  );
  return [
    ...[...distinct.values()].map(validatorCase),
    ...wrong.map(prismCase),
    ...wrong.filter(({ response }) => response.status < 300).map(clientCase),
  ];
}

function validatorCase({ name, operation, schema, value, at, codes }: ResponseViolation): Case {
  return {
    name: `the strict validators refuse the response ${name}`,
    check: () => {
      const issues = validator(operation.contract, "strict", schema).issues(value);
      expect(issues).toContainEqual(expect.objectContaining({ path: at, code: expect.toBeOneOf([...codes]) }));
    },
  };
}

function prismCase({ name, operation, response, codes, at, rule }: ResponseViolation): Case {
  return {
    name: `Prism refuses the response ${name}`,
    check: () => {
      const location = ["body", ...(rule === "required" ? at.slice(0, -1) : at)].join(".");
      expect(judgeResponse(operation, response)).toContainEqual({ location, code: expect.toBeOneOf([...codes]) });
    },
  };
}

function clientCase({ name, operation, rule, response, value }: ResponseViolation): Case {
  const { status, headers, body } = response;
  const fetch = async (): Promise<Response> => new Response(body, { status, headers });
  const outcome = () => call(operation, exampleCall(operation), { fetch });
  return LENIENT.has(rule)
    ? { name: `the client bears the response ${name}`, check: async () => expect(await outcome()).toEqual(value) }
    : {
        name: `the client reports the response ${name}`,
        check: async () =>
          expect(await outcome().catch((error: unknown) => error)).toBeInstanceOf(ResponseValidationError),
      };
}

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
