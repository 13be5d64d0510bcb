import * as errors from "@earmark/annotation-client";
import { describe, expect } from "vitest";
import { documentFile } from "./document/document-file.ts";
import { exampleParameters, requestExamples, responseExamples } from "./document/examples.ts";
import { FORM } from "./document/form-body.ts";
import { readOperations } from "./document/operations.ts";
import { findings } from "./prism/findings.ts";
import { send } from "./tap/send.ts";
import { call, contractClient } from "./targets/contract-client.ts";
import { test } from "./targets/test.ts";
import { validator } from "./targets/validator.ts";
import { allowance } from "./violations/allowances.ts";
import { rightRequest } from "./violations/right-request.ts";
import { onTheWire } from "./violations/violation.ts";
import { violations } from "./violations/violations.ts";
import { wasFound } from "./violations/was-found.ts";

const operations = await readOperations(documentFile);

describe("a documented answer reaches the caller", () => {
  const classes: Readonly<Record<string, typeof errors.ApiError>> = {
    400: errors.BadRequestError,
    401: errors.AuthenticationError,
    403: errors.PermissionError,
    404: errors.NotFoundError,
    429: errors.RateLimitError,
  };

  test.for(responseExamples(operations))("$name", async ({ operation, status, example, value, schema }, { mock }) => {
    const { method, generated } = operation;
    const body = generated.requestBody === undefined ? [] : [{}];
    const headers = { prefer: `code=${status}, example=${example}` };
    const outcome = await call(contractClient({ baseUrl: mock.url }), method, [
      exampleParameters(operation),
      ...body,
      { headers },
    ]).then(
      (data) => ({ data }),
      (error: unknown) => ({ error }),
    );

    const [exchange] = mock.exchanges;
    expect(exchange?.answer.status).toBe(Number(status));
    expect(exchange && findings(exchange.answer)).toEqual([]);
    expect(validator("lenient", schema).issues(value)).toEqual([]);
    expect(validator("strict", schema).issues(value)).toEqual([]);
    if (status.startsWith("2")) {
      expect(outcome).toEqual({ data: value });
    } else {
      const error = "error" in outcome ? outcome.error : undefined;
      expect(error).toBeInstanceOf(classes[status] ?? errors.ApiError);
      expect(error).toMatchObject({ status: Number(status), code: Object(value).code, body: value });
    }
  });
});

describe("a documented request reaches the wire", () => {
  const bytes: Readonly<Record<string, string>> = {
    "updateAnnotation everything":
      "AnsweredBy=human&ConnectivityIssue=invalid_number&QualityIssues=low_volume%2Cchoppy_robotic&Spam=true&CallScore=2&Comment=this+is+a+call&Incident=https%3A%2F%2Ftwilio.zendesk.com%2Fsupport%2Ftickets%2F17353089",
    "updateAnnotation clearScore": "CallScore=",
  };

  test.for(requestExamples(operations))("$name", async ({ name, operation, method, value }, { mock }) => {
    await call(contractClient({ baseUrl: mock.url }), method, [exampleParameters(operation), value]);

    const [exchange] = mock.exchanges;
    // A new example fails until its bytes are written down, even if it sends none.
    expect(exchange?.request.body).toBe(bytes[name] ?? `bytes of ${name}, to be written down here`);
    expect(exchange?.request.headers["content-type"]?.split(";")[0]).toBe(FORM);
    expect(exchange && findings(exchange.answer)).toEqual([]);
  });
});

describe("the mock", () => {
  const cases = violations(operations).filter(onTheWire);

  test.for(operations)("accepts a right request of $method", async (operation, { mock }) => {
    const answer = await send(rightRequest(operation), mock.url);
    expect(findings(answer)).toEqual([]);
    expect(answer.status).toBe(200);
  });

  test.for(cases.filter((each) => !allowance("mock", each)))("refuses $name", async (violation, { mock }) => {
    const answer = await send(violation.request, mock.url);
    expect(violation.statuses).toContain(answer.status);
    expect(validator("strict", "ErrorResponse").issues(JSON.parse(answer.body))).toEqual([]);
    expect(findings(answer)).toSatisfy((list) => wasFound(violation, list));
  });

  test.for(cases.filter((each) => allowance("mock", each)))(
    "accepts $name, as allowed",
    async (violation, { mock }) => {
      const { status } = await send(violation.request, mock.url);
      expect(status, "is refused after all: take it off the allow-list").toBe(200);
    },
  );
});
