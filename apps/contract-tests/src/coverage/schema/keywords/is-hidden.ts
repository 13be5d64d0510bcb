import type { Cursor } from "../../document/cursor.ts";
import type { Site } from "../../points/claim.ts";

/**
 * True for a property that is not for this side: `readOnly` in a request, `writeOnly` in an answer.
 *
 * @see https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-for-schema-object
 */
export function isHidden(property: Cursor, side: Site["side"]): boolean {
  const keyword = side === "request" ? "readOnly" : "writeOnly";
  return [property, property.follow()].some((schema) => schema.at(keyword).value === true);
}
