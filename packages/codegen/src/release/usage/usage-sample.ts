import {
  credentialsOf,
  knownValues,
  localNames,
  type Model,
  pascalCase,
  receivedOf,
  type ViewedSchema,
  type Views,
} from "@earmark/openapi";
import {
  clientName,
  type GeneratedKind,
  inlineTypes,
  type Lines,
  literal,
  member,
  propertyKey,
} from "../../emit/index.ts";
import type { Edition } from "../../generate.ts";
import type { WorkspaceDocument } from "../../workspace/documents.ts";
import type { CompileUsage } from "./compile-usage.ts";
import { operationUsage } from "./operation-usage.ts";
import { type SampleTypes, schemaUsage } from "./schema-usage.ts";
import { HOOKS, webhookUsage } from "./webhook-usage.ts";

/** What a sample declares itself, and globals that it names. */
const TAKEN = [
  "AsyncIterable",
  "Blob",
  "NonNullable",
  "client",
  HOOKS,
  "operations",
  "paths",
  "some",
  "strict",
  "table",
  "takes",
  "webhooks",
];

const PRELUDE: Lines = [
  "declare function some<T>(): T;",
  "declare function takes<T>(value: T): void;",
  "type HeaderOf<Responses, Status extends PropertyKey, Name extends PropertyKey> =",
  "  Responses extends { [Key in Status]: { headers: infer Headers } } ? (Name extends keyof Headers ? Headers[Name] : unknown) : never;",
];

/**
 * TypeScript code that uses everything which is generated from a document, as its users might: it imports every name,
 * calls every operation, reads every property of responses and writes every one of requests, and spells out what it knows
 * of each. It compiles with what is generated from the document, and for as long as no user's code breaks.
 *
 * Every statement is on a line of its own, so that a compiler's message says which one.
 */
export function usageSample({ model, views, outputs }: Pick<Edition, "model" | "views" | "outputs">): string {
  const locals = localNames(
    views.client.map(({ identifier }) => identifier),
    [...TAKEN, "validators", "strictValidators", `create${clientName(model)}`],
  );
  const byName = new Map(views.client.map((entry) => [entry.name, entry]));
  const localOf = ({ identifier }: ViewedSchema): string => locals.get(identifier) ?? identifier;
  const nameOf = (name: string): string | undefined => {
    const entry = byName.get(name);
    return entry === undefined ? undefined : localOf(entry);
  };
  const typesOf = (nameOf: SampleTypes["nameOf"]): SampleTypes => ({
    nameOf,
    textOf: inlineTypes(views.client, nameOf),
  });
  const directed = { read: typesOf(nameOf), write: typesOf((name) => nameOf(views.requestName(name))) };
  const sections = [
    imports(model, locals, outputs),
    PRELUDE,
    clientUsage(model),
    ...model.operations.map((operation) => operationUsage(operation, directed)),
    webhookUsage(model, directed),
    ...model.schemas.flatMap(({ name, inRequests, inResponses }) => {
      const [response, request] = [byName.get(name), byName.get(views.requestName(name))];
      return [
        inResponses && response ? schemaUsage(response.schema, "read", localOf(response), directed.read) : [],
        (inRequests || !inResponses) && request
          ? schemaUsage(request.schema, "write", localOf(request), directed.read)
          : [],
      ];
    }),
    validatorUsage(views, localOf),
  ];
  const written = sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${[`// All that code can do with what is generated from ${model.document.origin}.`, ...written].join("\n\n")}\n`;
}

function imports(model: Model, locals: ReadonlyMap<string, string>, outputs: Edition["outputs"]): Lines {
  const hasHooks = receivedOf(model).length > 0;
  const parameters = model.operations.filter((operation) => operation.parameters.length > 0);
  const types = [...locals].map(([exported, local]) => (exported === local ? local : `${exported} as ${local}`));
  /** Of what a config leaves out, there is nothing to import. */
  const from = (kind: GeneratedKind, entry: string, line: (specifier: string) => Lines): Lines => {
    const output = outputs.find(({ kinds }) => kinds.includes(kind));
    return output === undefined ? [] : line(literal(output.specifierOf(kind, entry)));
  };
  return [
    ...from("client", ".", (client) => [
      ...importing([`create${clientName(model)}`], client),
      ...importing(
        [clientName(model), ...parameters.map(({ operationId }) => `${pascalCase(operationId)}Parameters`)],
        client,
        "type ",
      ),
    ]),
    ...from("client", "./operations", (table) => [`import { operations as table } from ${table};`]),
    ...from("types", ".", (module) =>
      importing([...types, "operations", "paths", ...(hasHooks ? ["webhooks"] : [])], module, "type "),
    ),
    ...from("client", "./webhooks", (module) => (hasHooks ? [`import * as ${HOOKS} from ${module};`] : [])),
    ...from("types", "./strict", (module) => [`import type * as strict from ${module};`]),
    ...from("validators", ".", (module) => [`import * as validators from ${module};`]),
    ...from("validators", "./strict", (module) => [`import * as strictValidators from ${module};`]),
  ];
}

/** @param from A specifier as it is written. */
function importing(names: readonly string[], from: string, kind = ""): Lines {
  return [`import ${kind}{`, ...names.map((name) => `  ${name},`), `} from ${from};`];
}

/** With each way to authenticate. */
function clientUsage(model: Model): Lines {
  const { alternatives, areOptional } = credentialsOf(model);
  const sets = areOptional ? alternatives.flat().map((name) => [name]) : alternatives;
  const credentials = sets.length === 0 ? [[]] : sets;
  const calls = credentials.map((names) => {
    const members = ['baseUrl: "https://example.com"', ...names.map((name) => `${propertyKey(name)}: "secret"`)];
    return `create${clientName(model)}({ ${members.join(", ")} })`;
  });
  return [
    ...calls.slice(1).map((call) => `takes<${clientName(model)}>(${call});`),
    `const client: ${clientName(model)} = ${calls[0]};`,
  ];
}

/** Each validator gives the type of its name, and enumerations their values. */
function validatorUsage(views: Views, localOf: (entry: ViewedSchema) => string): Lines {
  const client = views.client.flatMap((entry) => {
    const validator = member("validators", entry.identifier);
    return [
      `takes<${localOf(entry)}>(${validator}.parse(some<unknown>()));`,
      ...(knownValues(entry.schema) ?? []).map((value) => `${validator}.values[0] === ${literal(value)};`),
    ];
  });
  const strict = views.strict.map(({ identifier }) => {
    return `${member("strictValidators", identifier)}.issues(some<strict.${identifier}>());`;
  });
  return [...client, ...strict];
}

/** Beyond this, what does not compile is left as it is. A statement that goes takes no other with it more than once. */
const MOST_ROUNDS = 3;

/**
 * The usage sample of a document, to be compiled with what a later one becomes.
 *
 * What does not compile with what the document itself becomes is left out: types can be looser or stranger than the
 * document, and a sample has to be beyond doubt.
 */
export function recordUsage(edition: Edition, owner: WorkspaceDocument, compile: CompileUsage): string {
  let sample = usageSample(edition);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wrong = new Set(compile(sample, edition.targets(), owner).map(({ line }) => line));
    if (wrong.size === 0) break;
    sample = sample
      .split("\n")
      .filter((_line, index) => !wrong.has(index + 1))
      .join("\n");
  }
  return sample;
}
