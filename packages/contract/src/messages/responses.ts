import { fullest, type KeywordValue } from "@earmark/openapi/values";
import type { JsonSchema } from "@earmark/validation";
import fc, { type Arbitrary } from "fast-check";
import type { ContractOperation } from "../contract/contract.ts";
import type { WireResponse } from "../coverage/exchange.ts";
import { type ResponseExample, responseExamples } from "../document/examples.ts";
import { statusOf } from "../document/responses.ts";
import { type Resolve, resolveIn } from "../values/references.ts";
import { atOnce, describe, rightValues, valid, wrongValues } from "../values/values-of.ts";

/** A response that breaks one constraint of its schema. */
export interface ResponseViolation {
  /** Unique: `fetchAnnotation 200 call_sid pattern "CA!…"`. */
  readonly name: string;
  readonly operation: ContractOperation;
  readonly rule: string;
  readonly at: readonly (string | number)[];
  readonly codes: readonly string[];
  readonly schema: string;
  readonly value: unknown;
  readonly response: WireResponse;
}

/** Every way to break the responses of the document, each on its own. */
export function responseViolations(operations: readonly ContractOperation[]): readonly ResponseViolation[] {
  const wrong = Map.groupBy(responseExamples(operations), ({ schema }) => schema);
  return [...wrong.values()].flatMap((examples) => {
    const values = wrongResponses(examples);
    const responses = Map.groupBy(examples, ({ operation, status }) => `${operation.method} ${status}`);
    return [...responses].flatMap(([name, [first]]) =>
      first === undefined ? [] : values.map((value) => violationOf(name, first, value)),
    );
  });
}

/** What breaks a schema, starting from all that is known to be right. */
function wrongResponses([first, ...others]: readonly ResponseExample[]): readonly KeywordValue[] {
  if (first === undefined) return [];
  const resolve = resolveIn(first.operation.contract.schemas);
  return wrongValues(resolve(first.schema), resolve, fullest([first, ...others].map(({ value }) => Object(value))));
}

function violationOf(
  name: string,
  { operation, status, schema }: ResponseExample,
  wrong: KeywordValue,
): ResponseViolation {
  const { keyword: rule, path, codes, value } = wrong;
  return {
    name: `${name} ${describe(wrong)}`,
    operation,
    rule,
    at: path,
    codes,
    schema,
    value,
    response: {
      status: statusOf(operation, status),
      headers: { "content-type": "application/json" },
      body: JSON.stringify(value),
    },
  };
}

/** A response that is only just what the document says. */
export interface BoundaryResponse {
  /** Unique: `fetchAnnotation 200 spam type null`. */
  readonly name: string;
  readonly operation: ContractOperation;
  readonly schema: string;
  readonly value: unknown;
  readonly response: WireResponse;
}

/** A response for each boundary of what the document allows in responses, the first of them with every header. */
export function boundaryResponses(operations: readonly ContractOperation[]): readonly BoundaryResponse[] {
  const examples = responseExamples(operations);
  const responses = Map.groupBy(examples, ({ operation, status }) => `${operation.method} ${status}`);
  return [...responses].flatMap(([name, [first]]) => {
    if (first === undefined) return [];
    const alike = examples.filter(({ schema }) => schema === first.schema).map(({ value }) => Object(value));
    return responsesOf(first, fullest(alike)).map((each) => ({ ...each, name: `${name} ${each.name}` }));
  });
}

function responsesOf({ operation, status, schema }: ResponseExample, example: unknown): readonly BoundaryResponse[] {
  const resolve = resolveIn(operation.contract.schemas);
  const json = { "content-type": "application/json" };
  // Prism says which property it objects to.
  return atOnce(rightValues(resolve(schema), resolve, example)).map((value, index) => ({
    name: String(index),
    operation,
    schema,
    value,
    response: {
      status: statusOf(operation, status),
      headers: index === 0 ? { ...json, ...documentedHeaders(operation, status) } : json,
      body: JSON.stringify(value),
    },
  }));
}

/** Prism knows them, and the generated table does not. What they hold is text. */
function documentedHeaders({ documented }: ContractOperation, status: string): Readonly<Record<string, string>> {
  const { headers = [] } = documented.responses.find(({ code }) => code === status) ?? {};
  return Object.fromEntries(headers.map(({ name }) => [name, "1"]));
}

/**
 * Values right and wrong: right ones, up to two properties of which are something else, or nothing.
 *
 * @param wrong values with something wrong, properties of which are mixed in.
 */
export function randomResponses(schema: JsonSchema, resolve: Resolve, wrong: readonly unknown[]): Arbitrary<unknown> {
  const parts = wrong.flatMap((value) => Object.entries(Object(value)));
  const names = Object.keys(schema.properties ?? {});
  const other = fc.tuple(fc.constantFrom(...names, "unlisted"), fc.jsonValue({ maxDepth: 1 }));
  const gone = fc.tuple(fc.constantFrom(...names), fc.constant(undefined));
  const changes = fc.array(fc.oneof(fc.constantFrom(...parts), other, gone), { maxLength: 2 });
  return fc
    .tuple(valid(schema, resolve), changes)
    .map(([value, properties]) => JSON.parse(JSON.stringify({ ...Object(value), ...Object.fromEntries(properties) })));
}
