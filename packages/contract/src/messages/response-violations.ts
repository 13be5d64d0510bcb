import type { ContractOperation } from "../contract/contract.ts";
import type { WireResponse } from "../coverage/exchange.ts";
import { type ResponseExample, responseExamples } from "../document/examples.ts";
import { statusOf } from "../document/responses.ts";
import { resolveIn } from "../values/references.ts";
import { fullest, show } from "../values/sample.ts";
import { type WrongValue, wrongValues } from "../values/wrong-values.ts";

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
function wrongResponses([first, ...others]: readonly ResponseExample[]): readonly WrongValue[] {
  if (first === undefined) return [];
  const resolve = resolveIn(first.operation.contract.schemas);
  return wrongValues(resolve(first.schema), resolve, fullest([first, ...others].map(({ value }) => value)));
}

function violationOf(
  name: string,
  { operation, status, schema }: ResponseExample,
  { rule, path, codes, value }: WrongValue,
): ResponseViolation {
  const part = path.reduce<unknown>((inner, key) => Object(inner)[key], value);
  return {
    name: [name, path.join("/"), rule, show(part)].filter((word) => word !== "").join(" "),
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
