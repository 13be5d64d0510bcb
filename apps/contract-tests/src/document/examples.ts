import type { ContractOperation, MethodName } from "./operations.ts";

/** One example of one documented answer. */
export interface ResponseExample {
  readonly name: string;
  readonly operation: ContractOperation;
  readonly status: string;
  readonly example: string;
  readonly value: unknown;
  /** Name of the schema that the generated table gives for it. */
  readonly schema: string;
}

/** One example of one documented body. */
export interface RequestExample {
  readonly name: string;
  readonly operation: ContractOperation;
  readonly method: MethodName;
  readonly example: string;
  readonly value: object;
}

/** Every example of every answer. Throws for an answer without one, which nothing would be known about. */
export function responseExamples(operations: readonly ContractOperation[]): readonly ResponseExample[] {
  return operations.flatMap((operation) =>
    operation.documented.responses.flatMap(({ code: status, contents = [] }) =>
      contents.flatMap(({ mediaType, examples = [] }) => {
        if (examples.length === 0) throw new Error(`${operation.method} ${status} has no example.`);
        const schema = operation.generated.responses[status]?.content?.[mediaType]?.schema;
        if (schema === undefined)
          throw new Error(`The client does not know ${operation.method} ${status} ${mediaType}.`);
        return examples.map((each) => {
          const name = `${operation.method} ${status} ${each.key}`;
          return { name, operation, status, example: each.key, value: exampleValue(each), schema };
        });
      }),
    ),
  );
}

/** Every example of every request body. */
export function requestExamples(operations: readonly ContractOperation[]): readonly RequestExample[] {
  return operations.flatMap((operation) =>
    (operation.documented.request?.body?.contents ?? []).flatMap(({ examples = [] }) =>
      examples.map((each) => {
        const value = exampleValue(each);
        if (typeof value !== "object" || value === null) throw new Error(`The example ${each.key} is not an object.`);
        const { method } = operation;
        return { name: `${method} ${each.key}`, operation, method, example: each.key, value };
      }),
    ),
  );
}

/** The path parameters of an operation, with the values that the document gives as examples. */
export function exampleParameters({ method, documented }: ContractOperation): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (documented.request?.path ?? []).map(({ name, examples = [] }) => {
      const [example] = examples;
      if (example === undefined) throw new Error(`${method} ${name} has no example.`);
      return [name, String(exampleValue(example))];
    }),
  );
}

function exampleValue(example: object): unknown {
  if ("value" in example) return example.value;
  throw new Error("An example lies outside the document.");
}
