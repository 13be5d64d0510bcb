import { EncodeError } from "../codecs/encode-error.ts";
import { percentEncode } from "./percent-encode.ts";

/** A dot segment, alone or between slashes, in plain text or encoded by a caller: a server may decode it and climb. */
const DOTS = /(^|[/\\]|%2f|%5c)(\.|%2e){1,2}($|[/\\]|%2f|%5c)/i;

/**
 * Fills in a path template, style `simple`: an array is its items joined by commas.
 *
 * Refuses what would lead to another path: a missing or empty value, and dot segments.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function serializePath(template: string, parameters: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = parameters[name];
    const text = [value]
      .flat()
      .map((item) => percentEncode([name], item))
      .join();
    if (text === "" || DOTS.test(decodeURIComponent(text))) {
      throw new EncodeError([name], "neither empty nor a dot segment", value);
    }
    return text;
  });
}
