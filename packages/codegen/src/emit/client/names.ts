import { type Header, isReserved, type Model, type Operation, pascalCase } from "@earmark/openapi";
import type { ClientSchemas } from "../client-schemas.ts";

/** What a client's users catch and pass, re-exported so that they need no second import. */
export const ERRORS: readonly string[] = [
  "ApiError",
  "AuthenticationError",
  "BadRequestError",
  "ConflictError",
  "NetworkError",
  "NotFoundError",
  "PermissionError",
  "PreconditionFailedError",
  "RateLimitError",
  "RequestValidationError",
  "ResponseTooLargeError",
  "ResponseValidationError",
  "ServerError",
  "TimeoutError",
  "UnprocessableContentError",
];

/** What the module of functions exports, or calls its imports, besides them; no method is called `withResponse`. */
const TAKEN: readonly string[] = ["$checks", "$http", "createCaller"];

/**
 * What the function of an operation is called: as the client's method, with `_` behind it where a module cannot have that
 * name, or where guards have such names. It depends on the operation alone, so that it stays when others are added.
 */
export function functionName({ methodName }: Operation): string {
  const isTaken = (name: string): boolean => isReserved(name) || TAKEN.includes(name) || /^is[^a-z].*Error$/.test(name);
  return unlessTaken(methodName, isTaken);
}

/** What a documented header is called beside `raw`, which has all of them as they are. */
export function headerKey({ name }: Header): string {
  return unlessTaken(name, (one) => one === "raw");
}

/**
 * A name, with one more `_` behind it where it is taken without any `_` at its end: that of no other name, and whatever
 * the others are.
 */
function unlessTaken(name: string, isTaken: (name: string) => boolean): string {
  return isTaken(name.replace(/_+$/, "")) ? `${name}_` : name;
}

export function clientName(model: Model): string {
  return `${pascalCase(model.document.name)}Client`;
}

/** The exported types of an operation. */
export type TypeName = "Parameters" | "Query" | "Body" | "Result" | "WithResponse" | "Errors";

/** What the type of callers is called; as with {@link typeName}, a schema comes first. */
export function callerName({ document }: Model, schemas: ClientSchemas): string {
  return besideSchemas(`${pascalCase(document.name)}Caller`, schemas);
}

/**
 * What an operation's type is called: `GetOrderBody`. A schema that has this name keeps it, and the type gets `_` behind
 * it, unless both are the same, or the type has always come first, as parameters have.
 *
 * @param type what it is declared as.
 */
export function typeName({ operationId }: Operation, kind: TypeName, schemas: ClientSchemas, type?: string): string {
  const name = `${pascalCase(operationId)}${kind}`;
  return kind === "Parameters" || type === `$types.${name}` ? name : besideSchemas(name, schemas);
}

function besideSchemas(name: string, schemas: ClientSchemas): string {
  return schemas.isExported(name) ? besideSchemas(`${name}_`, schemas) : name;
}

export function guardName({ operationId }: Operation): string {
  return `is${pascalCase(operationId)}Error`;
}
