import type { Model, SecurityScheme } from "./model.ts";
import { camelCase, uniqueName } from "./names.ts";

/** How a client authenticates: what its options for credentials are called. */
export interface Credentials {
  /** The schemes that operations use, each with its options: those of Basic in pairs of user name and password. */
  readonly schemes: readonly { readonly scheme: SecurityScheme; readonly options: readonly (readonly string[])[] }[];
  /** Names of options, those together that are passed together. */
  readonly alternatives: readonly (readonly string[])[];
  /** With several schemes, or none as one of them, it depends on the operation which are needed; the client says so. */
  readonly areOptional: boolean;
}

/** What a client takes besides credentials, and per call. */
const OPTIONS = [
  ...["Request", "allowInsecure", "baseUrl", "contentType", "deadline", "fetch", "headers"],
  ...["maxResponseBytes", "onInvalidResponse", "responseValidation", "retry", "signal", "timeout"],
];

export function credentialsOf({ operations, securitySchemes }: Model): Credentials {
  const used = new Set(operations.flatMap(({ security }) => security.flat()));
  const taken = new Set(OPTIONS);
  const schemes = securitySchemes
    .filter(({ name }) => used.has(name))
    .map((scheme) => ({ scheme, options: optionsOf(scheme, taken) }));
  const [only, ...others] = schemes;
  if (only === undefined) return { schemes, alternatives: [], areOptional: false };
  const areOptional =
    others.length > 0 || operations.some(({ security }) => security.some(({ length }) => length === 0));
  const isBasic = !areOptional && only.scheme.kind === "basic";
  const all = schemes.flatMap(({ options }) => options.flat());
  return { schemes, alternatives: isBasic ? only.options : [all], areOptional };
}

/** @param taken Names of options so far. */
function optionsOf({ kind, credentials, name }: SecurityScheme, taken: Set<string>): readonly (readonly string[])[] {
  if (kind !== "basic") return [[uniqueName(camelCase(name), taken)]];
  return credentials.length > 0 ? credentials : [["username", "password"]];
}
