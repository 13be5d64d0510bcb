import { fullest, type KeywordValue } from "@earmark/openapi/values";
import type { ContractOperation } from "../contract/contract.ts";
import type { WireResponse } from "../coverage/exchange.ts";
import { type ResponseExample, responseExamples } from "../document/examples.ts";
import { statusOf } from "../document/responses.ts";
import { resolveIn } from "../values/references.ts";
import { describe, wrongValues } from "../values/values-of.ts";

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
