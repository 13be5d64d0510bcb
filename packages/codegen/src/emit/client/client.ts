import type { Model } from "@earmark/openapi";
import type { ClientSchemas } from "../client-schemas.ts";
import type { Imports } from "../imports.ts";
import { braced, docComment, indented, type Lines, literal, propertyKey } from "../source.ts";
import { OperationTypes } from "./declarations.ts";
import { errorsOf } from "./media.ts";
import { clientName, ERRORS, functionName, guardName } from "./names.ts";

const FUNCTIONS = literal("./functions.gen.js");

/** `client.gen.js`: the functions as methods of one object. */
export function client(model: Model, { http }: Imports): Lines {
  const methods = model.operations.map(
    (operation) => `${propertyKey(operation.methodName)}: $functions.${functionName(operation)},`,
  );
  return [
    `import { createClient } from ${literal(http)};`,
    `import * as $functions from ${FUNCTIONS};`,
    "",
    ...exported(model),
    "",
    ...docComment(`A client of ${model.title}.`),
    `export function create${clientName(model)}(options) {`,
    "  return createClient($functions.createCaller(options), {",
    ...indented(indented(methods)),
    "  });",
    "}",
  ];
}

/** `client.gen.d.ts`: an interface with one documented method per operation. */
export function clientDeclarations(model: Model, schemas: ClientSchemas, { http, types }: Imports): Lines {
  const name = clientName(model);
  const operations = model.operations.map((operation) => new OperationTypes(operation, schemas, "$functions."));
  const isPaged = model.operations.some(({ pagination }) => pagination);
  const reexported = ["CallOptions", "ClientOptions", ...(isPaged ? ["Paged"] : []), "RawClient", "RetryOptions"];
  const methodsOf = (types: OperationTypes, returned: string): Lines =>
    types.signatures().map((given) => `${propertyKey(types.operation.methodName)}(${given.join(", ")}): ${returned};`);
  return [
    `import type * as $functions from ${FUNCTIONS};`,
    `import type * as $http from ${literal(http)};`,
    `import type * as $types from ${literal(types)};`,
    "",
    `export type * from ${FUNCTIONS};`,
    `export type { ${reexported.join(", ")} } from ${literal(http)};`,
    ...exported(model),
    "",
    ...docComment(`A client of ${model.title}.`),
    `export interface ${name} {`,
    ...indented(operations.flatMap((one) => [...one.documentation(), ...methodsOf(one, one.returned())])),
    "  /** The same methods, which give status and headers besides the value of the body. */",
    "  readonly withResponse: {",
    ...indented(
      indented(
        operations.flatMap((one) => {
          const complete = one.complete();
          return complete === undefined ? [] : methodsOf(one, `Promise<${complete}>`);
        }),
      ),
    ),
    "  };",
    "  /** The typed openapi-fetch client, for those who want the `Response`; same credentials, retries and timeouts. */",
    "  readonly raw: $http.RawClient<$types.paths>;",
    "}",
    "",
    ...docComment(
      `Creates a client of ${model.title}.\n\n@throws {TypeError} when an option is missing or makes no sense.`,
    ),
    `export declare function create${name}(options: $functions.${name}Options): ${name};`,
  ];
}

/** Errors and guards, so that callers need no second import. */
function exported(model: Model): Lines {
  const guards = model.operations.filter((operation) => errorsOf(operation).length > 0).map(guardName);
  return braced("export ", [...ERRORS, ...guards], ` from ${FUNCTIONS};`);
}
