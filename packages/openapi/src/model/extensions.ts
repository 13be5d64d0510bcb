import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Ground, NamedRule, Severity } from "../diagnostics/rules.ts";
import { COLLECTION_FORMATS, type CollectionFormat } from "../http/parameter.ts";
import { isJsonObject, type Json, type JsonObject, shown } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import type { Building, DocumentReader, Located } from "./source.ts";

/** A field that OpenAPI leaves to tools, and that is read of documents. */
interface Extension<Value = unknown> {
  /** The object that it belongs to. */
  readonly on: "operation" | "parameter" | "security scheme";
  /** What its value must be, in words, after "expected". */
  readonly expected: string;
  readonly test: (value: unknown) => value is Value;
  /** What is the matter where it is something else, and what to do: one sentence. */
  readonly about: string;
  /** Of that. It is left out then. */
  readonly severity: Severity;
  readonly ground: Ground;
}

/** Every extension that is read, and what its value is in the model. */
interface Values {
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
  "x-idempotent": {
    on: "operation",
    expected: "true or false",
    test: (value) => typeof value === "boolean",
    about: "`x-idempotent` is neither true nor false, so the operation is not taken for idempotent; correct it.",
    severity: "warning",
    ground: "generation",
  },
  "x-idempotency-key": {
    on: "operation",
    expected: "the name of a header that nothing else is sent in, such as Idempotency-Key",
    test: isKeyHeader,
    about:
      "`x-idempotency-key` names no header for a key, so none is sent, and nothing repeated because of it; correct it.",
    severity: "error",
    ground: "generation",
  },
  "x-pagination": {
    on: "operation",
    expected: "an object with items and nextUrl, or nextCursor",
    test: isJsonObject,
    about: "`x-pagination` does not fit the operation; correct it.",
    severity: "error",
    ground: "generation",
  },
  "x-cli-name": {
    on: "parameter",
    expected: "a name in lower case with hyphens, such as quality-issue",
    test: (value): value is string => typeof value === "string" && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value),
    about: "`x-cli-name` cannot be the name of an option; choose another.",
    severity: "error",
    ground: "generation",
  },
  "x-collection-format": {
    on: "parameter",
    expected: Object.keys(COLLECTION_FORMATS).join(" or "),
    test: (value): value is CollectionFormat => typeof value === "string" && Object.hasOwn(COLLECTION_FORMATS, value),
    about: "`x-collection-format` names no separator of lists, so commas are taken; correct it.",
    severity: "warning",
    ground: "generation",
  },
  "x-credentials": {
    on: "security scheme",
    expected: "a list of pairs, such as [[accountSid, authToken]]",
    test: (value) => Array.isArray(value) && value.every(isPair),
    about: "`x-credentials` is not a list of pairs of names; correct it.",
    severity: "error",
    ground: "generation",
  },
};

/** The names of the extensions that are read of an object, by its name in lower case. */
export function extensionsOf(object: string): readonly string[] {
  return TABLE.flatMap(([name, { on }]) => (on === object ? [name] : []));
}

/** What is said about an extension that does not fit. */
export function extensionRule(name: keyof Values): NamedRule {
  const { about, severity, ground } = EXTENSIONS[name];
  return { id: name, about, severity, ground };
}

/** The extensions of an object of the document. */
export function* readExtensions(
  { document }: DocumentReader,
  on: Extension["on"],
  { value, pointer }: Located,
): Building<Extensions> {
  const found: Record<string, Json> = {};
  for (const [name, { on: owner, expected, test }] of TABLE) {
    const given = owner === on ? value[name] : undefined;
    if (given === undefined) continue;
    if (test(given)) found[name] = given;
    else {
      const received = shown(given);
      const message = `expected ${expected}, received ${received}`;
      yield diagnose(extensionRule(name), document, pointerTo(pointer, name), message, { expected, received });
    }
  }
  return found; // each has passed its test
}

const TABLE = Object.entries<Extension>(EXTENSIONS) as [keyof Values, Extension][]; // its own keys alone

/** A token (RFC 9110 section 5.6.2), and none that clients and `fetch` write for themselves. */
function isKeyHeader(value: unknown): value is string {
  return (
    typeof value === "string" &&
    /^[\w!#$%&'*+.^`|~-]+$/.test(value) &&
    !/^(accept|authorization|content-.*|cookie|host|connection|transfer-encoding)$/i.test(value)
  );
}

function isPair(pair: unknown): pair is readonly [string, string] {
  return Array.isArray(pair) && pair.length === 2 && pair.every((name) => typeof name === "string");
}
