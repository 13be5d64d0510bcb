import type { Parameter } from "@earmark/http";
import type { CallInput, ContractOperation, DocumentOperation } from "../contract/contract.ts";
import { labelOf } from "./call-input.ts";

/** One example of one documented response. */
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
  readonly value: object;
}

/** Every example of every response. Throws for a response without one, which nothing would be known about. */
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

/** Every example of every request body. Throws for a body without one, which the bytes of nothing would be known of. */
export function requestExamples(operations: readonly ContractOperation[]): readonly RequestExample[] {
  return operations.flatMap((operation) =>
    (operation.documented.request?.body?.contents ?? []).flatMap(({ examples = [] }) => {
      if (examples.length === 0) throw new Error(`The body of ${operation.method} has no example.`);
      return examples.map((each) => {
        const value = exampleValue(each);
        if (typeof value !== "object" || value === null) throw new Error(`The example ${each.key} is not an object.`);
        return { name: `${operation.method} ${each.key}`, operation, value };
      });
    }),
  );
}

/** A call with nothing wrong: the required parameters as the document's examples have them, and an empty body. */
export function exampleCall({ method, documented, generated }: ContractOperation): CallInput {
  const required = generated.parameters.filter((parameter) => parameter.required);
  const parameters = required.map((parameter) => {
    const [example] = documentedParameter(documented, parameter)?.examples ?? [];
    if (example === undefined) throw new Error(`${method} ${labelOf(parameter)} has no example.`);
    return [labelOf(parameter), exampleValue(example)] as const;
  });
  return { parameters: Object.fromEntries(parameters), ...(generated.requestBody !== undefined && { body: {} }) };
}

/** The document's example of a parameter, where it has one. */
export function parameterExample({ documented }: ContractOperation, parameter: Parameter): unknown {
  const [example] = documentedParameter(documented, parameter)?.examples ?? [];
  return example && exampleValue(example);
}

/** A parameter as Prism reads it. */
function documentedParameter({ request = {} }: DocumentOperation, { in: place, name }: Parameter) {
  const { path = [], query = [], headers: header = [], cookie = [] } = request;
  const lists = { path, query, header, cookie };
  return lists[place].find((parameter) => parameter.name === name);
}

function exampleValue(example: object): unknown {
  if ("value" in example) return example.value;
  throw new Error("An example lies outside the document.");
}
