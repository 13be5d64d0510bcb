import type { Check, Issue } from "@earmark/validation";
import { issuesOf, report } from "@earmark/validation/runtime";

type Primitive = "integer" | "number" | "boolean" | "string";

/** A documented header of a response. @see https://spec.openapis.org/oas/v3.1.1.html#header-object */
export interface ResponseHeader {
  /**
   * The header that is read.
   *
   * @default the key that it is described under
   */
  readonly name?: string;
  /** @default "string" */
  readonly type?: Primitive | "array" | "object";
  /**
   * Type of the items of an array.
   *
   * @default "string"
   */
  readonly items?: Primitive;
  /** Types of the properties of an object; what is not among them is a string. */
  readonly properties?: Readonly<Record<string, Primitive>>;
  /**
   * An object is `key=value,key=value` instead of `key,value,key,value`.
   *
   * @default false
   */
  readonly explode?: boolean;
  /** Described by `content`: JSON. */
  readonly json?: boolean;
  /** @default false */
  readonly required?: boolean;
  readonly check?: Check;
}

/**
 * Decodes the documented headers of a response, in style `simple`, the only one that headers have. What cannot be decoded
 * stays a string. An absent header has no key.
 *
 * @param redact takes the credentials out of a string.
 * @param onIssues called with what is wrong: the path of each issue begins with `headers` and the name.
 */
export type HeaderDecoder = (
  headers: Headers,
  described: Readonly<Record<string, ResponseHeader>>,
  redact: (text: string) => string,
  onIssues?: (issues: readonly Issue[]) => void,
) => Record<string, unknown>;

export const decodeHeaders: HeaderDecoder = (headers, described, redact, onIssues) => {
  const { decoded, issues } = decodeAll(headers, described);
  if (issues[0] && onIssues) {
    // Issues repeat what was received, which must not be the credentials.
    const redacted = [...headers].map(([name, value]): [string, string] => [name, redact(value)]);
    const found = decodeAll(new Headers(redacted), described).issues;
    if (found[0]) onIssues(found);
  }
  return decoded;
};

function decodeAll(
  headers: Headers,
  described: Readonly<Record<string, ResponseHeader>>,
): { readonly decoded: Record<string, unknown>; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const decoded: Record<string, unknown> = {};
  for (const [name, header] of Object.entries(described)) {
    const text = headers.get(header.name ?? name);
    const path = ["headers", name];
    if (text === null) {
      if (header.required) report(issues, path, "required", true, undefined);
      continue;
    }
    const before = issues.length;
    const value = decode(text, header, (expected, received) => void report(issues, path, "type", expected, received));
    Object.defineProperty(decoded, name, { value, enumerable: true });
    if (header.check && issues.length === before) issues.push(...issuesOf(header.check, value, path));
  }
  return { decoded, issues };
}

type Refuse = (expected: string, received: string) => void;

function decode(
  text: string,
  { type = "string", items = "string", properties = {}, explode, json }: ResponseHeader,
  refuse: Refuse,
): unknown {
  if (json) {
    try {
      return JSON.parse(text);
    } catch {
      refuse("JSON", text);
      return text;
    }
  }
  if (type === "array") return parts(text).map((item) => primitive(item, items, refuse));
  if (type !== "object") return primitive(text, type, refuse);
  const list = parts(text);
  const entries = explode
    ? list.map((pair) => pair.split(/=(.*)/s, 2))
    : list.flatMap((key, index) => (index % 2 === 0 ? [[key, list[index + 1]]] : []));
  return Object.fromEntries(
    entries.map(([key = "", value = ""]) => {
      const type = Object.hasOwn(properties, key) ? properties[key] : undefined;
      return [key, primitive(value, type ?? "string", refuse)];
    }),
  );
}

/** Commas separate, with optional white space around them; empty elements do not count (RFC 9110 section 5.6.1). */
function parts(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function primitive(text: string, type: Primitive, refuse: Refuse): unknown {
  if (type === "string") return text;
  if (type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  const digits = type === "integer" ? /^-?\d+$/ : /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i;
  if (type !== "boolean" && digits.test(text)) return Number(text);
  refuse(type, text);
  return text;
}
