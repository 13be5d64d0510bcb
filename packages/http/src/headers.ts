import { refuse } from "./encode-error.ts";
import { isJson } from "./media-type.ts";

import type { ParameterRules } from "./operation.ts";
import { contentString, listed, separatorOf, toParts, writePairs } from "./style.ts";

type Values = Readonly<Record<string, unknown>>;

/** Writes header and cookie parameters, as headers. */
export type HeaderCodec = (
  values: { readonly header?: Values; readonly cookie?: Values },
  parameters: readonly ParameterRules[],
) => { readonly header: Record<string, string> };

/**
 * Writes header parameters in style `simple`, and cookie parameters in style `form` as one `Cookie` header, which
 * browsers do not let a script set. `undefined` is left out.
 *
 * Headers have no encoding: what is not printable ASCII (RFC 9110 section 5.5), begins or ends with a space, or has a
 * comma inside of a list is refused. Cookies are percent-encoded; a list in a cookie must not be exploded, for which
 * the Cookie header has no form.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-examples
 */
export const serializeHeaders: HeaderCodec = ({ header = {}, cookie = {} }, parameters) => {
  const rules = (place: ParameterRules["in"], name: string): Partial<ParameterRules> =>
    parameters.find((one) => one.in === place && one.name === name) ?? {};
  const given = (values: Values) => Object.entries(values).filter(([, value]) => value !== undefined);
  const headers = given(header).map(([name, value]) => [name, writeHeader(name, value, rules("header", name))]);
  const cookies = given(cookie).flatMap(([name, value]) => writeCookie(name, value, rules("cookie", name)));
  if (cookies[0] !== undefined) headers.push(["cookie", cookies.join("; ")]);
  return { header: Object.fromEntries(headers) };
};

function writeHeader(name: string, value: unknown, rules: Partial<ParameterRules>): string {
  const { style = "simple", explode = false, contentType, required } = rules;
  const [, separator = style === "simple" ? "," : refuse([name], `value in style simple, not ${style}`, value)] =
    separatorOf(style) ?? [];
  if (contentType) {
    const text = contentString(name, value, contentType);
    // JSON can escape everything as ASCII.
    const escaped = isJson(contentType) ? text.replace(/[^\0-~]/g, escapeUnit) : text;
    return plain(name, escaped, value);
  }
  const parts = toParts(name, value, required);
  if (parts.kind === "primitive") return plain(name, parts.text, value);
  const separators = parts.kind === "object" && explode ? ",=" : separator;
  if (parts.kind === "object" && explode) {
    return parts.entries
      .map(([key, text]) => `${plain(name, key, value, separators)}=${plain(name, text, value, ",")}`)
      .join(",");
  }
  return listed(name, parts, value)
    .map((text) => plain(name, text, value, separators))
    .join(separator);
}

/** The string, if it arrives unchanged. */
function plain(name: string, text: string, value: unknown, separators = ""): string {
  if (/^\s|\s$|[^\t -~]/.test(text)) return refuse([name], "printable ASCII, without spaces around it", value);
  return [...separators].some((separator) => text.includes(separator))
    ? refuse([name], "list of strings without what separates them", value)
    : text;
}

function escapeUnit(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function writeCookie(name: string, value: unknown, rules: Partial<ParameterRules>): readonly string[] {
  const { style = "form", explode = true, contentType } = rules;
  const list = !contentType && toParts(name, value).kind !== "primitive";
  if (style !== "form" || (list && explode))
    return refuse([name], "string, or a list in style form, not exploded", value);
  // Reserved characters would end a cookie.
  return writePairs(name, value, { ...rules, allowReserved: false });
}
