import * as errors from "@earmark/http";
import { expect } from "vitest";
import { exampleCall, type ResponseExample, requestExamples, responseExamples } from "../document/examples.ts";
import { FORM } from "../document/form-body.ts";
import type { ContractOperation } from "../document/operations.ts";
import { findings } from "../prism/findings.ts";
import { call } from "../targets/call.ts";
import type { Target } from "../targets/target.ts";
import { validator } from "../targets/validator.ts";
import type { Case } from "./case.ts";

const CLASSES: Readonly<Record<string, typeof errors.ApiError>> = {
  400: errors.BadRequestError,
  401: errors.AuthenticationError,
  403: errors.PermissionError,
  404: errors.NotFoundError,
  429: errors.RateLimitError,
};

/** Every example of every answer arrives at the caller, as a result or as the right error. */
export function answerExampleCases(operations: readonly ContractOperation[]): readonly Case<Target>[] {
  return responseExamples(operations).map((example) => ({
    name: `a documented answer reaches the caller: ${example.name}`,
    check: (mock) => expectAnswer(example, mock),
  }));
}

async function expectAnswer(
  { operation, status, example, value, schema }: ResponseExample,
  mock: Target,
): Promise<void> {
  const headers = { prefer: `code=${status}, example=${example}` };
  const outcome = await call(operation, exampleCall(operation), { baseUrl: mock.url, fetch: mock.fetch, headers }).then(
    (data) => ({ data }),
    (error: unknown) => ({ error }),
  );

  const exchange = mock.exchanges.at(-1);
  expect(exchange?.answer.status).toBe(Number(status));
  expect(exchange && findings(exchange.answer)).toEqual([]);
  expect(validator(operation.contract, "answer", schema).issues(value)).toEqual([]);
  expect(validator(operation.contract, "strict", schema).issues(value)).toEqual([]);
  if (status.startsWith("2")) {
    expect(outcome).toEqual({ data: value });
  } else {
    const error = "error" in outcome ? outcome.error : undefined;
    expect(error).toBeInstanceOf(CLASSES[status] ?? errors.ApiError);
    expect(error).toMatchObject({ status: Number(status), code: Object(value).code, body: value });
  }
}

/** Every example of a request has the right bytes, and Prism has nothing to say about it. */
export function requestExampleCases(operations: readonly ContractOperation[]): readonly Case<Target>[] {
  return requestExamples(operations).map(({ name, operation, value }) => ({
    name: `a documented request reaches the wire: ${name}`,
    check: async ({ url, fetch, exchanges }) => {
      await call(operation, { ...exampleCall(operation), body: value }, { baseUrl: url, fetch });

      const exchange = exchanges.at(-1);
      // A new example fails until its bytes are written down, even if it sends none.
      const expected = operation.contract.bytes[name] ?? `bytes of ${name}, to be written down in contracts/`;
      expect(exchange?.request.body).toBe(expected);
      expect(exchange?.request.headers["content-type"]?.split(";")[0]).toBe(FORM);
      expect(exchange && findings(exchange.answer)).toEqual([]);
    },
  }));
}
