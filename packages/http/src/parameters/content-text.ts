import { toText } from "../codecs/to-text.ts";
import { isJson } from "../media-type.ts";

/**
 * A parameter or a property that is described by a media type instead of a style: JSON, or else the text that it is.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-for-use-with-content
 */
export function contentText(name: string, value: unknown, contentType: string): string {
  return isJson(contentType) ? toText(name, JSON.stringify(value)) : toText(name, value);
}
