import { primitiveString, refuse } from "./encode-error.ts";

import type { ParameterRules, Style } from "./operation.ts";
import { contentString, listed, type Parts, separatorOf, toParts, withoutSeparator } from "./style.ts";

/**
 * The expressions of a path template, each with its name: one or more characters other than braces (OpenAPI 3.1.1, Path
 * Templating). Any other brace stands for itself.
 */
const EXPRESSION = /\{([^{}]+)\}/g;

/** A path template with what `write` makes of each name. `/calls/{sid}` may become `/calls/CA1`. */
export function fillTemplate(template: string, write: (name: string) => string): string {
  return template.replace(EXPRESSION, (_, name: string) => write(name));
}

/** Literals and names in turn, a literal first and last. `/calls/{sid}` gives `["/calls/", "sid", ""]`. */
export function templateParts(template: string): readonly string[] {
  return template.split(EXPRESSION);
}

/** Fills in a path template. */
export type PathCodec = (
  template: string,
  values: Readonly<Record<string, unknown>>,
  parameters: readonly ParameterRules[],
) => string;

/**
 * Fills in a path template, style `simple`: an array is its items joined by commas.
 *
 * Refuses what would lead to another path: a missing or empty value, and dot segments.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function serializePath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  // Every client carries this, so it does without another function.
  return template.replace(EXPRESSION, (_, name: string) => {
    const value = parameters[name];
    const text = [value]
      .flat()
      .map((item) => encodeURIComponent(primitiveString(name, item)))
      .join();
    return /^\.{0,2}$/.test(text) ? refuse([name], "path segment", value) : text;
  });
}

/**
 * Fills in a path template in the styles `simple`, `label` and `matrix`. Separators are percent-encoded within
 * strings; where a dot separates, which has no encoded form of its own (RFC 3986 section 2.3), strings with a dot are
 * refused.
 *
 * Refuses what would lead to another path: missing and empty values, and dot segments.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-examples
 */
export const serializeStyledPath: PathCodec = (template, values, parameters) =>
  fillTemplate(template, (name) => {
    const parameter = parameters.find((one) => one.in === "path" && one.name === name);
    const value = values[name];
    if (value === undefined || value === null) return refuse([name], "path segment", value);
    const text = parameter?.contentType
      ? encodeURIComponent(contentString(name, value, parameter.contentType))
      : write(name, value, parameter);
    return /^\.{0,2}$/.test(text) ? refuse([name], "path segment", value) : text;
  });

function write(name: string, value: unknown, parameter: ParameterRules | undefined): string {
  const { style = "simple", explode = false } = parameter ?? {};
  const parts = toParts(name, value);
  if (parts.kind !== "primitive" && listed(name, parts, value).length === 0) {
    return refuse([name], "list of at least one string", value);
  }
  switch (style) {
    case "simple":
      return strings(parts, explode).join(",");
    case "label":
      if (explode && parts.kind !== "primitive" && listed(name, parts, value).some((text) => text.includes("."))) {
        return refuse([name], "list of strings without a dot, which separates them", value);
      }
      return `.${strings(parts, explode).join(explode ? "." : ",")}`;
    case "matrix": {
      const key = encodeURIComponent(name);
      if (explode && parts.kind === "object")
        return strings(parts, true)
          .map((text) => `;${text}`)
          .join("");
      const written = explode ? strings(parts, true) : [strings(parts, false).join(",")];
      return written.map((text) => (text === "" ? `;${key}` : `;${key}=${text}`)).join("");
    }
    default:
      return delimited(name, parts, value, style);
  }
}

function delimited(name: string, parts: Parts, value: unknown, style: Style): string {
  const [separator, forbidden] = separatorOf(style) ?? [];
  if (parts.kind === "primitive" || forbidden === undefined)
    return refuse([name], `value in a style of paths, not ${style}`, value);
  return withoutSeparator(name, listed(name, parts, value), forbidden, value)
    .map(encodeURIComponent)
    .join(separator);
}

/** The encoded strings between separators; of an object, keys and strings in turn or, exploded, `key=text`. */
function strings(parts: Parts, explode: boolean): readonly string[] {
  if (parts.kind === "primitive") return [encodeURIComponent(parts.text)];
  if (parts.kind === "array") return parts.items.map(encodeURIComponent);
  const entries = parts.entries.map((entry) => entry.map(encodeURIComponent));
  return explode ? entries.map((entry) => entry.join("=")) : entries.flat();
}
