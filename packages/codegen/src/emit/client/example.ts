import {
  camelCase,
  componentName,
  credentialsOf,
  isAnnotation,
  isBaseUrl,
  isJsonObject,
  type Json,
  type Model,
  type Operation,
  type Parameter,
  typesOf,
} from "@earmark/openapi";
import { Dice, seeded, ValueMaker } from "@earmark/openapi/values";
import { type Lines, literal, member, propertyKey } from "../source.ts";
import { clientName } from "./names.ts";

/**
 * A first call of a client, for people to begin with: it compiles as it is. Of all operations, the one that needs least
 * is called; where each needs a body, none is.
 *
 * @param module From where the client is imported.
 * @param isModule Whether the file is an ES module: others cannot wait at their top level.
 */
export function exampleCall(model: Model, module: string, isModule = true): Lines {
  const name = clientName(model);
  const variable = camelCase(model.document.name);
  const operation = simplest(model);
  return [
    `import { create${name} } from ${literal(module)};`,
    "",
    `const ${variable} = create${name}({${optionsOf(model)}});`,
    ...(operation === undefined ? [] : awaiting(callOf(operation, variable, model), isModule)),
  ];
}

function awaiting(lines: Lines, isModule: boolean): Lines {
  if (isModule) return lines;
  return ["", "async function main(): Promise<void> {", ...lines.map((line) => `  ${line}`), "}", "", "void main();"];
}

function optionsOf(model: Model): string {
  const { alternatives, areOptional } = credentialsOf(model);
  const [names = []] = areOptional ? [] : alternatives;
  const members = [
    ...(model.servers.some(isBaseUrl) ? [] : ['baseUrl: "http://localhost:8080"']),
    ...names.map((option) => `${propertyKey(option)}: process.env.${constantCase(option)} ?? ""`),
  ];
  return members.length === 0 ? "" : ` ${members.join(", ")} `;
}

/** `ACCOUNT_SID` of `accountSid`. */
function constantCase(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replaceAll(/\W/g, "_")
    .toUpperCase();
}

function simplest({ operations }: Model): Operation | undefined {
  const callable = operations.filter(({ requestBody }) => requestBody?.required !== true);
  const cost = (operation: Operation): number =>
    requiredOf(operation).length + (operation.method === "GET" ? 0 : 100) + (operation.deprecated ? 1_000 : 0);
  return callable.toSorted((a, b) => cost(a) - cost(b))[0];
}

function requiredOf({ parameters }: Operation): readonly Parameter[] {
  return parameters.filter(({ required }) => required);
}

function callOf(operation: Operation, variable: string, model: Model): Lines {
  const required = requiredOf(operation);
  const argument = required.length === 0 ? "" : argumentOf(required, model);
  const call = `${member(variable, operation.methodName)}(${argument})`;
  if (operation.pagination !== undefined) return [`for await (const item of ${call}) console.log(item);`];
  return [`const result = await ${call};`, "console.log(result);"];
}

function argumentOf(required: readonly Parameter[], model: Model): string {
  const members = (list: readonly Parameter[]): readonly string[] =>
    list.map((parameter) => `${propertyKey(parameter.name)}: ${JSON.stringify(valueFor(parameter, model))}`);
  const places = new Set(required.filter(({ placed }) => placed).map((parameter) => parameter.in));
  const below = [...places].map((place) => {
    const own = required.filter((parameter) => parameter.placed && parameter.in === place);
    return `${place}: { ${members(own).join(", ")} }`;
  });
  return `{ ${[...members(required.filter(({ placed }) => !placed)), ...below].join(", ")} }`;
}

/** What the document gives as an example, else a value that grows from the schema, always the same. */
function valueFor(parameter: Parameter, model: Model): Json {
  const schema = model.schemaNamed(parameter.schema)?.schema ?? true;
  const [example] = [...examplesOf(parameter.source), ...examplesOf(schema)];
  if (example !== undefined) return example;
  const plain = plainValue(schema, parameter.name);
  if (plain !== undefined) return plain;
  const named = (reference: string): Json | undefined => model.schemaNamed(componentName(reference) ?? "")?.schema;
  // A segment of a path cannot be empty, whatever its schema says.
  const wanted = parameter.in === "path" ? { allOf: [schema, { minLength: 1 }] } : schema;
  return new ValueMaker(named, () => () => true).right(wanted)(new Dice(seeded(1)));
}

/** Those of a parameter, in which they are objects, or of a schema; its default is one, too. */
function examplesOf(node: Json): readonly Json[] {
  if (!isJsonObject(node)) return [];
  const { example, examples, default: usual } = node;
  const several = Array.isArray(examples)
    ? examples
    : Object.values(isJsonObject(examples) ? examples : {}).map((one) => (isJsonObject(one) ? one.value : undefined));
  return [example, ...several, usual].filter((value) => value !== undefined);
}

/** What a person would write where the schema leaves the choice: a string called after the parameter, a small number. */
function plainValue(schema: Json, name: string): Json | undefined {
  if (!isJsonObject(schema)) return undefined;
  const limits = Object.keys(schema).filter((keyword) => keyword !== "type" && !isAnnotation(keyword));
  const [type] = typesOf(schema);
  if (type === "string") return limits.length === 0 ? name : undefined;
  if (type !== "integer" && type !== "number") return undefined;
  const { minimum = 1 } = schema;
  return limits.every((keyword) => keyword === "minimum" || keyword === "format") ? minimum : undefined;
}
