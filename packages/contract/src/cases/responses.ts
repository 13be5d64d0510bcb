import { ResponseValidationError } from "@earmark/http";
import { expect } from "vitest";
import type { Case, ContractOperation } from "../contract/contract.ts";
import { exampleCall } from "../document/examples.ts";
import { type ResponseViolation, responseViolations } from "../messages/response-violations.ts";
import { judgeResponse } from "../prism/oracle.ts";
import { call } from "../targets/call.ts";
import { validator } from "../targets/validator.ts";

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
