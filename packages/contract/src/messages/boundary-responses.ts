import { fullest } from "@earmark/openapi/values";
import type { ContractOperation } from "../contract/contract.ts";
import type { WireResponse } from "../coverage/exchange.ts";
import { type ResponseExample, responseExamples } from "../document/examples.ts";
import { statusOf } from "../document/responses.ts";
import { resolveIn } from "../values/references.ts";
import { atOnce, rightValues } from "../values/values-of.ts";

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
