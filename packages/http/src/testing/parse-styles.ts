// What a server makes of parameters. Written from the tables of the specification alone; shares nothing with the codecs.
//
// https://spec.openapis.org/oas/v3.1.1.html#style-examples
import type { Style } from "../operation.ts";

export type Kind = "primitive" | "array" | "object";
type Parsed = string | string[] | Record<string, string> | undefined;

const decode = (text: string) => decodeURIComponent(text);
const list = (text: string, separator: string, read = decode) => (text === "" ? [] : text.split(separator).map(read));

function record(flat: readonly string[]): Record<string, string> {
  const entries: [string, string][] = [];
  for (let index = 0; index < flat.length; index += 2) entries.push([flat[index] ?? "", flat[index + 1] ?? ""]);
  return Object.fromEntries(entries);
}

function exploded(pairs: readonly string[], read = decode): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => [read(pair.split("=", 1).join()), read(pair.slice(pair.indexOf("=") + 1))]),
  );
}

/** The text of a path segment, as it is in the URL. */
export function parsePath(text: string, name: string, style: Style, explode: boolean, kind: Kind): Parsed {
  if (style === "matrix" && explode && kind !== "primitive") {
    const pairs = text.slice(1).split(";");
    if (kind === "object") return exploded(pairs);
    return pairs.map((pair) => decode(pair.slice(name.length).replace("=", "")));
  }
  const inner = { matrix: text.slice(1 + name.length).replace("=", ""), label: text.slice(1), simple: text }[
    style as "matrix" | "label" | "simple"
  ];
  if (kind === "primitive") return decode(inner);
  const separator = style === "label" && explode ? "." : ",";
  if (kind === "array") return list(inner, separator);
  return explode ? exploded(inner.split(separator)) : record(list(inner, separator));
}

/** The query as it is in the URL, without the question mark; one parameter is all there is in it. */
export function parseQuery(query: string, name: string, style: Style, explode: boolean, kind: Kind): Parsed {
  const pairs = query === "" ? [] : query.split("&");
  const values = pairs.map((pair) => pair.slice(pair.indexOf("=") + 1));
  if (style === "deepObject") {
    const entries = pairs.map((pair, index) => [
      decode(pair.split("=", 1).join()).slice(name.length + 1, -1),
      decode(values[index] ?? ""),
    ]);
    return Object.fromEntries(entries);
  }
  if (explode && kind === "object") return exploded(pairs);
  if (explode && kind === "array") return values.map(decode);
  const [value = ""] = values;
  if (kind === "primitive") return decode(value);
  const separator = { form: ",", spaceDelimited: "%20", pipeDelimited: "%7C" }[
    style as "form" | "spaceDelimited" | "pipeDelimited"
  ];
  return kind === "array" ? list(value, separator) : record(list(value, separator));
}

/** The value of a header: nothing in it is encoded. */
export function parseHeader(value: string, explode: boolean, kind: Kind): Parsed {
  const same = (text: string) => text;
  if (kind === "primitive") return value;
  if (kind === "array") return list(value, ",", same);
  return explode ? (value === "" ? {} : exploded(value.split(","), same)) : record(list(value, ",", same));
}

/** A Cookie header (RFC 6265 section 5.4), style form, not exploded. */
export function parseCookie(header: string, name: string, kind: Kind): Parsed {
  const cookie = header.split("; ").find((one) => one.startsWith(`${name}=`));
  return cookie === undefined ? undefined : parseQuery(cookie, name, "form", false, kind);
}
