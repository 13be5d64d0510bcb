import { ResponseValidationError } from "@earmark/http";
import { expect } from "vitest";
import type { Case, ContractOperation } from "../contract/contract.ts";
import { exampleCall } from "../document/examples.ts";
import { type AnswerViolation, answerViolations } from "../messages/response-violations.ts";
import { judgeAnswer } from "../prism/oracle.ts";
import { call } from "../targets/call.ts";
import { validator } from "../targets/validator.ts";

/** What the document allows to grow in answers, so that a client survives what the API gains. */
const LENIENT: ReadonlySet<string> = new Set(["enum", "additionalProperties"]);

/** Wrong answers: the strict validators and Prism refuse each; the client reports all but those that it must bear. */
export function answerCases(operations: readonly ContractOperation[]): readonly Case[] {
  const wrong = answerViolations(operations);
  // Several answers have the same schema, and so the same validator.
  const distinct = new Map(
    wrong.map((violation) => [`${violation.schema} ${JSON.stringify(violation.value)}`, violation]),
  );
  return [
    ...[...distinct.values()].map(validatorCase),
    ...wrong.map(prismCase),
    ...wrong.filter(({ answer }) => answer.status < 300).map(clientCase),
  ];
}

function validatorCase({ name, operation, schema, value, at, codes }: AnswerViolation): Case {
  return {
    name: `the strict validators refuse the answer ${name}`,
    check: () => {
      const issues = validator(operation.contract, "strict", schema).issues(value);
      expect(issues).toContainEqual(expect.objectContaining({ path: at, code: expect.toBeOneOf([...codes]) }));
    },
  };
}

function prismCase({ name, operation, answer, codes, at, rule }: AnswerViolation): Case {
  return {
    name: `Prism refuses the answer ${name}`,
    check: () => {
      const location = ["body", ...(rule === "required" ? at.slice(0, -1) : at)].join(".");
      expect(judgeAnswer(operation, answer)).toContainEqual({ location, code: expect.toBeOneOf([...codes]) });
    },
  };
}

function clientCase({ name, operation, rule, answer, value }: AnswerViolation): Case {
  const { status, headers, body } = answer;
  const fetch = async (): Promise<Response> => new Response(body, { status, headers });
  const outcome = () => call(operation, exampleCall(operation), { fetch });
  return LENIENT.has(rule)
    ? { name: `the client bears the answer ${name}`, check: async () => expect(await outcome()).toEqual(value) }
    : {
        name: `the client reports the answer ${name}`,
        check: async () =>
          expect(await outcome().catch((error: unknown) => error)).toBeInstanceOf(ResponseValidationError),
      };
}
