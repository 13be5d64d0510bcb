import { createSandbox } from "@earmark/sandbox";
import { describe, expect, test } from "vitest";
import { documentFile } from "./document/document-file.ts";
import { readOperations } from "./document/operations.ts";
import { send } from "./tap/send.ts";
import { validator } from "./targets/validator.ts";
import { allowance } from "./violations/allowances.ts";
import { rightRequest } from "./violations/right-request.ts";
import { onTheWire } from "./violations/violation.ts";
import { violations } from "./violations/violations.ts";

const operations = await readOperations(documentFile);
const base = "https://sandbox.example";

describe("the sandbox", () => {
  const cases = violations(operations).filter(onTheWire);

  test.for(operations)("accepts a right request of $method", async (operation) => {
    const answer = await send(rightRequest(operation), base, createSandbox().fetch);
    expect(answer.status).toBe(200);
    expect(validator("strict", "Annotation").issues(JSON.parse(answer.body))).toEqual([]);
  });

  test.for(cases.filter((each) => !allowance("sandbox", each)))("refuses $name", async (violation) => {
    const answer = await send(violation.request, base, createSandbox().fetch);
    expect(violation.statuses).toContain(answer.status);
    expect(validator("strict", "ErrorResponse").issues(JSON.parse(answer.body))).toEqual([]);
  });

  test.for(cases.filter((each) => allowance("sandbox", each)))("accepts $name, as allowed", async (violation) => {
    const { status } = await send(violation.request, base, createSandbox().fetch);
    expect(status, "is refused after all: take it off the allow-list").toBe(200);
  });
});
