import { expect } from "vitest";
import type { Case, ContractOperation } from "../contract/contract.ts";
import type { Target } from "../contract/target.ts";
import { rightAnswers } from "../messages/boundary-responses.ts";
import { answerViolations } from "../messages/response-violations.ts";
import { rightRequest } from "../messages/right-request.ts";
import { findings } from "../prism/findings.ts";
import { scriptedAnswer } from "../targets/scripted-response.ts";
import { send } from "../targets/send.ts";
import { validator } from "../targets/validator.ts";

/** Answers that are only just right: the validators accept each, and Prism's proxy has nothing to say about it. */
export function rightAnswerCases(operations: readonly ContractOperation[]): readonly Case<Target>[] {
  return rightAnswers(operations).map(({ name, operation, schema, value, answer }) => ({
    name: `nobody objects to the answer ${name}`,
    check: async (server) => {
      const received = await send(rightRequest(operation, { headers: scriptedAnswer(answer) }), server);
      expect(received.status).toBe(answer.status);
      expect(findings(received)).toEqual([]);
      expect(validator(operation.contract, "strict", schema).issues(value)).toEqual([]);
      expect(validator(operation.contract, "answer", schema).issues(value)).toEqual([]);
    },
  }));
}

/** Answers with something wrong: Prism's proxy says of each what and where. One for each rule and place. */
export function wrongAnswerCases(operations: readonly ContractOperation[]): readonly Case<Target>[] {
  const wrong = Map.groupBy(answerViolations(operations), ({ operation, answer, at, rule }) =>
    [operation.method, answer.status, rule, ...at].join(" "),
  );
  return [...wrong.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    const { name, operation, answer, at, rule, codes } = first;
    return {
      name: `the proxy notices the answer ${name}`,
      check: async (server) => {
        const received = await send(rightRequest(operation, { headers: scriptedAnswer(answer) }), server);
        const location = ["body", ...(rule === "required" ? at.slice(0, -1) : at)].join(".");
        expect(findings(received)).toContainEqual({ location, code: expect.toBeOneOf([...codes]) });
      },
    };
  });
}
