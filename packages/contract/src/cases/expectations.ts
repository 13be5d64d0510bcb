import { essence, responseOf } from "@earmark/http";
import { expect } from "vitest";
import type { ContractOperation } from "../contract/contract.ts";
import { validator } from "../contract/contract.ts";
import type { WireResponse } from "../coverage/exchange.ts";
import { isSuccess } from "../document/responses.ts";

/** A response by which the document says that all is well, as the document has it. */
export function expectSuccess(operation: ContractOperation, response: WireResponse): void {
  const documented = Object.keys(operation.generated.responses).join(", ");
  const isRight = isSuccess(operation, response.status);
  expect(isRight, `${response.status} is a success of ${operation.method}, which has ${documented}`).toBe(true);
  expectValid(operation, response);
}

/** A response that the document has, as the document has it. */
export function expectValid(operation: ContractOperation, { status, headers, body }: WireResponse): void {
  const { contract, method } = operation;
  const response = responseOf(operation.generated.responses, status);
  const type = essence(headers["content-type"] ?? "");
  const schema = response?.content?.[type]?.schema;
  if (response !== undefined && response.content === undefined) {
    expect(body, `the body of ${status}, for which ${method} has none`).toBe("");
    return;
  }
  if (schema === undefined) throw new Error(`The document has no response ${status} ${type} of ${method}.`);
  const value: unknown = JSON.parse(body);
  expect(validator(contract, "strict", schema).issues(value)).toEqual([]);
  if (status >= 400) expect(value).toMatchObject({ status });
}

/** An error as this provider writes them, which says what is wrong and nothing about the server. */
export function expectRefusal(response: WireResponse, expected: number, code: number, about: string): void {
  const { status, headers, body } = response;
  expect(status).toBe(expected);
  expect(headers["content-type"]).toBe("application/json; charset=utf-8");
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  expect(JSON.parse(body)).toEqual({ code, message: expect.stringContaining(about), more_info, status: expected });
  expect(body).not.toMatch(/\\n\s*at |node_modules|file:\/\//);
}
