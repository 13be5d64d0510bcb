import { type Operation, responseOf } from "@earmark/http";
import type { Issue } from "@earmark/validation";
import { type Validators, validatorOf } from "../api/validators.ts";
import type { Answer } from "../response/answer.ts";
import { InvalidAnswerError } from "../response/invalid-response-error.ts";

/**
 * Holds an answer to the document.
 *
 * @throws {InvalidAnswerError}
 * @see https://spec.openapis.org/oas/v3.1.1.html#responses-object
 */
export function checkAnswer(operation: Operation, { status, body }: Answer, validators: Validators): void {
  const { responses } = operation;
  const described = responseOf(responses, status);
  const json = described?.content?.["application/json"];
  // A document need not list every error (405, 415, …) nor its body, but a success must be as it says.
  const mustMatch = status < 400;
  const issues = [
    ...(mustMatch && described === undefined ? [issue("status", Object.keys(responses), status)] : []),
    ...(mustMatch && described && (json === undefined) !== (body === undefined)
      ? [issue("content", described.content, body)]
      : []),
    ...(json?.schema !== undefined && body !== undefined ? validatorOf(validators, json.schema).issues(body) : []),
  ];
  if (issues.length > 0) throw new InvalidAnswerError(operation.operationId, status, issues);
}

function issue(code: string, expected: unknown, value: unknown): Issue {
  return { path: [], code, message: "must be described by the document", expected, value };
}
