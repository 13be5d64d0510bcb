import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Ground, NamedRule, Severity } from "../diagnostics/rules.ts";
import { COLLECTION_FORMATS, type CollectionFormat } from "../http/parameter.ts";
import { isJsonObject, type Json, type JsonObject, shown } from "../json/json.ts";
import { isPointer, pointerTo } from "../json/json-pointer.ts";
import type { Building, DocumentReader, Located } from "./source.ts";

/** An object that extensions are read of. */
type Owner = "document" | "operation" | "parameter" | "response" | "security scheme";

/** A field that OpenAPI leaves to tools, and that is read of documents. */
interface Extension<Value = unknown> {
  /** The objects that it belongs to. */
  readonly on: readonly Owner[];
  /** What its value must be, in words, after "expected". */
  readonly expected: string;
  readonly test: (value: unknown) => value is Value;
  /** The keys that its value can have. An object with other ones alone is that of another tool. */
  readonly keys?: readonly string[];
  /** What is the matter where it is something else, and what to do: one sentence. */
  readonly about: string;
  /** Of that. It is left out then. */
  readonly severity: Severity;
  readonly ground: Ground;
}

/** Where the body of an error has its parts: JSON pointers (RFC 6901). */
export interface ErrorFields {
  readonly code?: string;
  readonly message?: string;
  readonly link?: string;
}

const ERROR_FIELDS: readonly string[] = ["code", "message", "link"] satisfies readonly (keyof ErrorFields)[];

/** Every extension that is read, and what its value is in the model. */
interface Values {
  "x-request-id-header": string;
  "x-error": ErrorFields;
  "x-retry-on": readonly number[];
  "x-idempotent": boolean;
  "x-idempotency-key": string;
  "x-pagination": JsonObject;
  "x-cli-name": string;
  "x-collection-format": CollectionFormat;
  "x-credentials": readonly (readonly [string, string])[];
}

/** The extensions of a part of the model, by name; what is not as expected is left out. */
export type Extensions = Partial<Readonly<Values>>;

/**
 * The extensions by name. A new one takes an entry here, a row in the README of the documents, which a test compares with
 * this table, and what acts on it: `extensions` of a part of the model has its value, if it is as expected.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#specification-extensions
 */
export const EXTENSIONS: { readonly [Name in keyof Values]: Extension<Values[Name]> } = {
  "x-request-id-header": {
    on: ["document"],
    expected: "the name of a header, such as X-Request-Id",
    test: isHeaderName,
    about: "`x-request-id-header` is not the name of a header; correct it.",
    severity: "error",
    ground: "generation",
  },
  "x-error": {
    on: ["document", "response"],
    expected: "an object with code, message or link, each a JSON pointer such as /error/code",
    test: isErrorFields,
    keys: ERROR_FIELDS,
    about:
      "`x-error` is no object of JSON Pointers, or one of these leads to nothing that a schema describes; correct it.",
    severity: "error",
    ground: "generation",
  },
  "x-retry-on": {
    on: ["document", "operation"],
    expected: "a list of statuses from 400 to 599, such as [429]",
    test: (value): value is readonly number[] => Array.isArray(value) && value.every(isErrorStatus),
    about: "`x-retry-on` is not a list of statuses of errors; correct it.",
    severity: "error",
    ground: "generation",
  },
  "x-idempotent": {
    on: ["operation"],
    expected: "true or false",
    test: (value) => typeof value === "boolean",
    about: "`x-idempotent` is neither true nor false, so the operation is not taken for idempotent; correct it.",
    severity: "warning",
    ground: "generation",
  },
  "x-idempotency-key": {
    on: ["operation"],
    expected: "the name of a header that nothing else is sent in, such as Idempotency-Key",
    test: isKeyHeader,
    about:
      "`x-idempotency-key` names no header for a key, so none is sent, and nothing repeated because of it; correct it.",
    severity: "error",
    ground: "generation",
  },
  "x-pagination": {
    on: ["operation"],
    expected: "an object with items and nextUrl, or nextCursor",
    test: isJsonObject,
    keys: ["items", "nextCursor", "nextUrl", "parameter"],
    about: "`x-pagination` does not fit the operation; correct it.",
    severity: "error",
    ground: "generation",
  },
  "x-cli-name": {
    on: ["parameter"],
    expected: "a name in lower case with hyphens, such as quality-issue",
    test: (value): value is string => typeof value === "string" && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value),
    about: "`x-cli-name` cannot be the name of an option; choose another.",
    severity: "error",
    ground: "generation",
  },
  "x-collection-format": {
    on: ["parameter"],
    expected: Object.keys(COLLECTION_FORMATS).join(" or "),
    test: (value): value is CollectionFormat => typeof value === "string" && Object.hasOwn(COLLECTION_FORMATS, value),
    about: "`x-collection-format` names no separator of lists, so commas are taken; correct it.",
    severity: "warning",
    ground: "generation",
  },
  "x-credentials": {
    on: ["security scheme"],
    expected: "a list of pairs, such as [[accountSid, authToken]]",
    test: (value) => Array.isArray(value) && value.every(isPair),
    about: "`x-credentials` is not a list of pairs of names; correct it.",
    severity: "error",
    ground: "generation",
  },
};

/** The names of the extensions that are read of an object, by its name in lower case; of the whole, `document`. */
export function extensionsOf(object: string): readonly string[] {
  return TABLE.flatMap(([name, { on }]) => (on.some((owner) => owner === object) ? [name] : []));
}

/** What is said about an extension that does not fit. */
export function extensionRule(name: keyof Values): NamedRule {
  const { about, severity, ground } = EXTENSIONS[name];
  return { id: name, about, severity, ground };
}

/** The extensions of an object of the document. */
export function* readExtensions(
  { document }: DocumentReader,
  owner: Owner,
  { value, pointer }: Located,
): Building<Extensions> {
  const found: Record<string, Json> = {};
  for (const [name, { on, expected, test, keys }] of TABLE) {
    const given = on.includes(owner) ? value[name] : undefined;
    if (given === undefined) continue;
    const at = pointerTo(pointer, name);
    if (keys !== undefined && isOfAnotherTool(given, keys))
      yield diagnose("left-out", document, at, `${name} of another kind left out`);
    else if (test(given)) found[name] = given;
    else {
      const received = shown(given);
      const message = `expected ${expected}, received ${received}`;
      yield diagnose(extensionRule(name), document, at, message, { expected, received });
    }
  }
  return found; // each has passed its test
}

const TABLE = Object.entries<Extension>(EXTENSIONS) as [keyof Values, Extension][]; // its own keys alone

/** A token (RFC 9110 section 5.6.2). */
function isHeaderName(value: unknown): value is string {
  return typeof value === "string" && /^[\w!#$%&'*+.^`|~-]+$/.test(value);
}

/** None that clients and `fetch` write for themselves. */
function isKeyHeader(value: unknown): value is string {
  return (
    isHeaderName(value) && !/^(accept|authorization|content-.*|cookie|host|connection|transfer-encoding)$/i.test(value)
  );
}

function isPair(pair: unknown): pair is readonly [string, string] {
  return Array.isArray(pair) && pair.length === 2 && pair.every((name) => typeof name === "string");
}

function isErrorFields(value: unknown): value is ErrorFields {
  if (!isJsonObject(value)) return false;
  const fields = Object.entries(value);
  return fields.length > 0 && fields.every(([name, pointer]) => ERROR_FIELDS.includes(name) && isPointer(pointer));
}

function isErrorStatus(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599;
}

function isOfAnotherTool(value: Json, keys: readonly string[]): boolean {
  const given = Object.keys(isJsonObject(value) ? value : {});
  return given.length > 0 && given.every((key) => !keys.includes(key));
}
