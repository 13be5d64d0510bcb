import { toText } from "./codecs/to-text.ts";
import { refuse } from "./encode-error.ts";
import type { Parameter } from "./operation.ts";

/** Fills in a path template. */
export type PathCodec = (
  template: string,
  values: Readonly<Record<string, unknown>>,
  parameters: readonly Parameter[],
) => string;

/**
 * Fills in a path template, style `simple`: an array is its items joined by commas.
 *
 * Refuses what would lead to another path: a missing or empty value, and dot segments.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function serializePath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(.+?)\}/g, (_, name: string) => {
    const value = parameters[name];
    const text = [value]
      .flat()
      .map((item) => encodeURIComponent(toText(name, item)))
      .join();
    return /^\.{0,2}$/.test(text) ? refuse([name], "path segment", value) : text;
  });
}
