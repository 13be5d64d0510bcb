import { RequestValidationError } from "@earmark/annotation-client";
import { describe, expect, test } from "vitest";
import { documentFile } from "./document/document-file.ts";
import { exampleParameters, requestExamples } from "./document/examples.ts";
import { formBody } from "./document/form-body.ts";
import { readOperations } from "./document/operations.ts";
import { call, contractClient } from "./targets/contract-client.ts";
import { validator } from "./targets/validator.ts";
import { violations } from "./violations/violations.ts";

const operations = await readOperations(documentFile);
const cases = violations(operations);

describe("the validators", () => {
  const views = ["lenient", "strict"] as const;
  const values = cases.flatMap(({ value, ...rest }) =>
    value ? views.map((view) => ({ ...rest, ...value, view })) : [],
  );

  test.for(values)("refuse $name ($view)", ({ view, schema, value, at, codes }) => {
    // What is validated is the parameter or the body, which begins after the first name or two.
    const path = at.slice(at[0] === "body" ? 1 : 2);
    expect(validator(view, schema).is(value)).toBe(false);
    expect(validator(view, schema).issues(value)).toContainEqual(
      expect.objectContaining({ path, code: expect.toBeOneOf([...codes]) }),
    );
  });

  test.for(requestExamples(operations))("accept $name", ({ operation, value }) => {
    const schema = formBody(operation)?.schema ?? "";
    expect(views.map((view) => validator(view, schema).issues(value))).toEqual([[], []]);
  });
});

describe("the client", () => {
  const calls = cases.flatMap(({ args, ...rest }) => (args ? [{ ...rest, args }] : []));

  test.for(calls)("refuses $name, and sends nothing", async ({ method, args, at, codes }) => {
    const sent: Request[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      sent.push(request);
      return Response.json({});
    };
    const error: unknown = await call(contractClient({ fetch }), method, args).catch((reason) => reason);

    expect(sent).toEqual([]);
    expect(error).toBeInstanceOf(RequestValidationError);
    expect(error).toMatchObject({
      issues: expect.arrayContaining([
        expect.objectContaining({ path: at.slice(1), code: expect.toBeOneOf([...codes]) }),
      ]),
    });
  });

  test.for(operations)("sends a right call of $method", async ({ method, ...operation }) => {
    const sent: Request[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      sent.push(request);
      return Response.json({});
    };
    await call(contractClient({ fetch }), method, [exampleParameters({ method, ...operation })]);
    expect(sent).toHaveLength(1);
  });
});
