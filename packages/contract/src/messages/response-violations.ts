import type { ContractOperation } from "../contract/contract.ts";
import type { WireAnswer } from "../coverage/exchange.ts";
import { type ResponseExample, responseExamples } from "../document/examples.ts";
import { statusOf } from "../document/responses.ts";
import { resolveIn } from "../values/references.ts";
import { fullest, show } from "../values/sample.ts";
import { type WrongValue, wrongValues } from "../values/wrong-values.ts";

/** An answer that breaks one constraint of its schema. */
export interface AnswerViolation {
  /** Unique: `fetchAnnotation 200 call_sid pattern "CA!…"`. */
  readonly name: string;
  readonly operation: ContractOperation;
  readonly rule: string;
  readonly at: readonly (string | number)[];
  readonly codes: readonly string[];
  readonly schema: string;
  readonly value: unknown;
  readonly answer: WireAnswer;
}

/** Every way to break the answers of the document, each on its own. */
export function answerViolations(operations: readonly ContractOperation[]): readonly AnswerViolation[] {
  const wrong = Map.groupBy(responseExamples(operations), ({ schema }) => schema);
  return [...wrong.values()].flatMap((examples) => {
    const values = wrongAnswers(examples);
    const answers = Map.groupBy(examples, ({ operation, status }) => `${operation.method} ${status}`);
    return [...answers].flatMap(([name, [first]]) =>
      first === undefined ? [] : values.map((value) => violationOf(name, first, value)),
    );
  });
}

/** What breaks a schema, starting from all that is known to be right. */
function wrongAnswers([first, ...others]: readonly ResponseExample[]): readonly WrongValue[] {
  if (first === undefined) return [];
  const resolve = resolveIn(first.operation.contract.schemas);
  return wrongValues(resolve(first.schema), resolve, fullest([first, ...others].map(({ value }) => value)));
}

function violationOf(
  name: string,
  { operation, status, schema }: ResponseExample,
  { rule, path, codes, value }: WrongValue,
): AnswerViolation {
  const part = path.reduce<unknown>((inner, key) => Object(inner)[key], value);
  return {
    name: [name, path.join("/"), rule, show(part)].filter((word) => word !== "").join(" "),
    operation,
    rule,
    at: path,
    codes,
    schema,
    value,
    answer: {
      status: statusOf(operation, status),
      headers: { "content-type": "application/json" },
      body: JSON.stringify(value),
    },
  };
}
