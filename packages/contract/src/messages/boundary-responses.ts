import type { ContractOperation } from "../contract/contract.ts";
import type { WireAnswer } from "../coverage/exchange.ts";
import { type ResponseExample, responseExamples } from "../document/examples.ts";
import { statusOf } from "../document/responses.ts";
import { describe, rightValues } from "../values/boundary-values.ts";
import { resolveIn } from "../values/references.ts";
import { fullest } from "../values/sample.ts";

/** An answer that is only just what the document says. */
export interface RightAnswer {
  /** Unique: `fetchAnnotation 200 spam type null`. */
  readonly name: string;
  readonly operation: ContractOperation;
  readonly schema: string;
  readonly value: unknown;
  readonly answer: WireAnswer;
}

/** An answer for each boundary of what the document allows in answers, the first of them with every header. */
export function rightAnswers(operations: readonly ContractOperation[]): readonly RightAnswer[] {
  const examples = responseExamples(operations);
  const answers = Map.groupBy(examples, ({ operation, status }) => `${operation.method} ${status}`);
  return [...answers].flatMap(([name, [first]]) => {
    if (first === undefined) return [];
    const alike = examples.filter(({ schema }) => schema === first.schema).map(({ value }) => value);
    return answersOf(first, fullest(alike)).map((each) => ({ ...each, name: `${name} ${each.name}` }));
  });
}

function answersOf({ operation, status, schema }: ResponseExample, example: unknown): readonly RightAnswer[] {
  const resolve = resolveIn(operation.contract.schemas);
  const json = { "content-type": "application/json" };
  // Prism says which property it objects to.
  return rightValues(resolve(schema), resolve, example, { together: true }).map((right, index) => ({
    name: `${index} ${describe(right)}`,
    operation,
    schema,
    value: right.value,
    answer: {
      status: statusOf(operation, status),
      headers: index === 0 ? { ...json, ...documentedHeaders(operation, status) } : json,
      body: JSON.stringify(right.value),
    },
  }));
}

/** Prism knows them, and the generated table does not. What they hold is text. */
function documentedHeaders({ documented }: ContractOperation, status: string): Readonly<Record<string, string>> {
  const { headers = [] } = documented.responses.find(({ code }) => code === status) ?? {};
  return Object.fromEntries(headers.map(({ name }) => [name, "1"]));
}
