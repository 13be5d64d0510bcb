import {
  camelCase,
  credentialsOf,
  isBaseUrl,
  isJsonObject,
  type Json,
  type Model,
  type Operation,
  type Parameter,
  pointerSegments,
} from "@earmark/openapi";
import { Dice, seeded, ValueMaker } from "@earmark/openapi/values";
import { type Lines, literal, member, propertyKey } from "../source.ts";
import { clientName } from "./names.ts";

/**
 * A first call of a client, for people to begin with: it compiles as it is. Of all operations, the one that needs least
 * is called; where each needs a body, none is.
 *
 * @param module From where the client is imported.
 */
export function exampleCall(model: Model, module: string): Lines {
  const name = clientName(model);
  const variable = camelCase(model.document.name);
  const operation = simplest(model);
  return [
    `import { create${name} } from ${literal(module)};`,
    "",
    `const ${variable} = create${name}({${optionsOf(model)}});`,
    ...(operation === undefined ? [] : callOf(operation, variable, model)),
  ];
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
  if (isJsonObject(schema)) {
    const [example = schema.example ?? schema.default] = Array.isArray(schema.examples) ? schema.examples : [];
    if (example !== undefined) return example;
  }
  const named = (reference: string): Json | undefined =>
    model.schemaNamed(pointerSegments(reference).at(-1) ?? "")?.schema;
  return new ValueMaker(named, () => () => true).right(schema)(new Dice(seeded(1)));
}
