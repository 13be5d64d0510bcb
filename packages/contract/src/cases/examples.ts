import * as http from "@earmark/http";
import { expect } from "vitest";
import type { Case, ContractOperation, Target } from "../contract/contract.ts";
import { validator } from "../contract/contract.ts";
import { exampleCall, type ResponseExample, requestExamples, responseExamples } from "../document/examples.ts";
import { FORM } from "../document/form-body.ts";
import { isSuccess, statusOf } from "../document/responses.ts";
import { findings } from "../prism/findings.ts";
import { call } from "../targets/call.ts";

const CLASSES: Readonly<Record<string, typeof http.ApiError>> = {
  400: http.BadRequestError,
  401: http.AuthenticationError,
  403: http.PermissionError,
  404: http.NotFoundError,
  409: http.ConflictError,
  412: http.PreconditionFailedError,
  422: http.UnprocessableContentError,
  429: http.RateLimitError,
};

/** Every example of every response arrives at the caller, as a result or as the right error. */
export function responseExampleCases(operations: readonly ContractOperation[]): readonly Case<Target>[] {
  return [
    ...responseExamples(operations).map((example) => ({
      name: `a documented response reaches the caller: ${example.name}`,
      check: (mock: Target) => expectResponse(example, mock),
    })),
    ...operations.flatMap((operation) =>
      Object.entries(operation.generated.responses)
        .filter(([status, { content }]) => /^\d+$/.test(status) && content === undefined)
        .map(([status]) => ({
          name: `a documented response without a body reaches the caller: ${operation.method} ${status}`,
          check: (mock: Target) => expectEmptyBody(operation, Number(status), mock),
        })),
    ),
  ];
}

async function expectEmptyBody(operation: ContractOperation, status: number, mock: Target): Promise<void> {
  const { response, ...outcome } = await outcomeOf(operation, `code=${status}`, mock);
  expect(response).toMatchObject({ status, body: "" });
  expect(response && findings(response)).toEqual([]);
  if (isSuccess(operation, status)) expect(outcome).toEqual({ data: undefined });
  else expect(outcome).toMatchObject({ error: { status } });
}

/** What a call comes back with from the mock, which responds as it is asked to, and what went over the wire. */
async function outcomeOf(operation: ContractOperation, prefer: string, { url, fetch, exchanges }: Target) {
  const options = { baseUrl: url, fetch, headers: { prefer } };
  const outcome: { readonly data?: unknown; readonly error?: unknown } = await call(
    operation,
    exampleCall(operation),
    options,
  ).then(
    (data) => ({ data }),
    (error: unknown) => ({ error }),
  );
  return { ...outcome, response: exchanges.at(-1)?.response };
}

async function expectResponse(
  { operation, status: key, example, value, schema }: ResponseExample,
  mock: Target,
): Promise<void> {
  const status = statusOf(operation, key);
  const { response, ...outcome } = await outcomeOf(operation, `code=${status}, example=${example}`, mock);
  expect(response?.status).toBe(status);
  expect(response && findings(response)).toEqual([]);
  expect(validator(operation.contract, "response", schema).issues(value)).toEqual([]);
  expect(validator(operation.contract, "strict", schema).issues(value)).toEqual([]);
  if (isSuccess(operation, status)) {
    expect(outcome).toEqual({ data: value });
  } else {
    const { error } = outcome;
    expect(error).toBeInstanceOf(CLASSES[status] ?? http.ApiError);
    expect(error).toMatchObject({ status, body: value });
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
      expect(http.essence(exchange?.request.headers["content-type"] ?? "")).toBe(FORM);
      expect(exchange && findings(exchange.response)).toEqual([]);
    },
  }));
}
