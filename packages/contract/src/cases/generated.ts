import type { Parameter } from "@earmark/http";
import { isAnnotation, isJsonObject } from "@earmark/openapi";
import type { JsonSchema } from "@earmark/validation";
import { expect } from "vitest";
import type { Case, Contract, ContractOperation } from "../contract/contract.ts";
import { labelOf } from "../document/call-input.ts";
import { requestExamples } from "../document/examples.ts";
import { openCompiler, prismSchemas } from "../prism/prism-schemas.ts";
import { type Resolve, resolveIn, withSubschemas } from "../values/references.ts";

/** The generated table and schemas say what the document says, as Prism reads it. */
export function generatedCases(operations: readonly ContractOperation[]): readonly Case[] {
  return operations.flatMap((operation) => [
    { name: `the table has what the document says about ${operation.method}`, check: () => expectSame(operation) },
    ...schemaCases(operation),
  ]);
}

/** What cannot be seen from any one operation: what is in one place only, or nowhere used. */
export function wholeCases(
  contract: Contract,
  document: object,
  operations: readonly ContractOperation[],
): readonly Case[] {
  const resolve = resolveIn(contract.schemas);
  const named = Object.entries(Object(document).components?.schemas ?? {});
  return [
    {
      name: `every method of the ${contract.name} client is in the document`,
      check: () =>
        expect(Object.keys(contract.operations).sort()).toEqual(operations.map(({ method }) => method).sort()),
    },
    {
      name: `every schema of the ${contract.name} document was generated`,
      check: () => expect(Object.keys(contract.schemas)).toEqual(expect.arrayContaining(named.map(([name]) => name))),
    },
    {
      // In 3.0, schemas are written in another way, for which Prism often checks nothing.
      name: `the ${contract.name} document is one of OpenAPI 3.1`,
      check: () => expect(Object(document).openapi).toMatch(/^3\.1\./),
    },
    {
      name: `every example of a request whose bytes are known is in the ${contract.name} document`,
      check: () =>
        expect(Object.keys(contract.bytes).sort()).toEqual(
          requestExamples(operations)
            .map(({ name }) => name)
            .sort(),
        ),
    },
    ...named.map(([name, schema]) => ({
      name: `the schema ${name} says what the document says`,
      check: () => expect(constraints(contract.schemas[name], resolve)).toEqual(constraints(schema, resolve)),
    })),
  ];
}

function expectSame({ generated, documented }: ContractOperation): void {
  const { request, responses, path, method, extensions, security = [] } = documented;
  const types = (contents: readonly { readonly mediaType: string }[] = []) =>
    contents.map(({ mediaType }) => mediaType);
  const safe = /^(get|head|put|delete|options|trace)$/i.test(method);
  expect(generated).toMatchObject({ path, method: method.toUpperCase() });
  const key = /^(get|head|options|trace)$/i.test(method) ? undefined : extensions?.["x-idempotency-key"];
  expect(generated.idempotencyKey).toBe(key);
  expect(generated.idempotent).toBe(safe || key !== undefined || extensions?.["x-idempotent"] === true);
  expect(generated.pagination).toEqual(extensions?.["x-pagination"]);
  expect(generated.security).toEqual(security.map((schemes) => schemes.map(({ key }) => key)));
  expect(Object.keys(generated.responses)).toEqual(responses.map(({ code }) => code));
  for (const { code, contents } of responses) {
    expect(Object.keys(generated.responses[code]?.content ?? {})).toEqual(types(contents));
  }
  const places = { path: request?.path, query: request?.query, header: request?.headers, cookie: request?.cookie };
  const parameters = Object.entries(places).flatMap(([place, list = []]) =>
    list.map((each) => ({ ...each, in: place })),
  );
  expect(new Set(generated.parameters.map(facts))).toEqual(new Set(parameters.map(facts)));
  expect(generated.requestBody?.required ?? false).toBe(request?.body?.required ?? false);
  expect(Object.keys(generated.requestBody?.content ?? {})).toEqual(types(request?.body?.contents));
  for (const { mediaType, encodings = [] } of request?.body?.contents ?? []) {
    const { fields = {} } = generated.requestBody?.content[mediaType] ?? {};
    const written = Object.entries(fields).filter(([, { style, explode }]) => (style ?? explode) !== undefined);
    expect(written.map(([property, { style = "form", explode }]) => ({ property, style, explode }))).toEqual(
      encodings.map(({ property, style = "form", explode }) => ({ property, style, explode })),
    );
  }
}

/** What decides how a parameter is written, with the defaults of OpenAPI filled in. */
function facts({
  name,
  in: place,
  required = false,
  style,
  explode,
}: Pick<Parameter, "name" | "required"> & {
  readonly in: string;
  readonly style?: string;
  readonly explode?: boolean;
}): string {
  const inQuery = place === "query" || place === "cookie";
  const written = style === undefined || style === "unspecified" ? (inQuery ? "form" : "simple") : style;
  return JSON.stringify({
    name,
    place,
    required,
    style: written,
    explode: written === "deepObject" || (explode ?? written === "form"),
  });
}

function schemaCases({ generated, documented, method, contract }: ContractOperation): readonly Case[] {
  const resolve = resolveIn(contract.schemas);
  const { path = [], query = [], headers = [], cookie = [], body } = documented.request ?? {};
  const places = [
    ...generated.parameters.map((parameter) => {
      const { name, in: place, schema } = parameter;
      const found = { path, query, header: headers, cookie }[place].find((each) => each.name === name);
      return { name: labelOf(parameter), schema, documented: found?.schema };
    }),
    ...Object.entries(generated.requestBody?.content ?? {}).map(([type, { schema = "" }]) => {
      const content = body?.contents?.find(({ mediaType }) => mediaType === type);
      return { name: type, schema, documented: content?.schema };
    }),
    ...documented.responses.flatMap(({ code, contents = [] }) =>
      contents.map((content) => {
        const schema = generated.responses[code]?.content?.[content.mediaType]?.schema ?? "";
        return { name: `${code} ${content.mediaType}`, schema, documented: content.schema };
      }),
    ),
  ];
  return places.map(({ name, schema, documented: expected }) => ({
    name: `the generated schema says what the document says about ${method} ${name}`,
    check: () => {
      const reference = { $ref: `#/components/schemas/${schema}` };
      expect(constraints(reference, resolve)).toEqual(constraints(expected, resolve));
    },
  }));
}

/** A schema without annotations and with its references replaced, so that two ways of writing it are equal. */
function constraints(schema: unknown, resolve: Resolve): unknown {
  return isJsonObject(schema) ? constraintsOf(schema as JsonSchema, resolve) : schema;
}

function constraintsOf(schema: JsonSchema, resolve: Resolve): JsonSchema {
  const { $ref, ...own } = withSubschemas(schema, (each) => constraintsOf(each, resolve));
  const target = $ref === undefined ? {} : constraintsOf(resolve($ref), resolve);
  const kept = Object.entries(own).filter(([name]) => !isAnnotation(name));
  return { ...target, ...Object.fromEntries(kept) };
}

/** Prism accepts everything where a schema does not compile. Without these, every other case could hold for nothing. */
export function canaryCases(operations: readonly ContractOperation[]): readonly Case[] {
  const problemOf = openCompiler();
  return operations
    .flatMap(({ documented }) => prismSchemas(documented))
    .map((schema) => ({
      name: `Prism can compile the schema of ${schema.name}`,
      check: () => expect(problemOf(schema)).toBeUndefined(),
    }));
}
