import { isAnnotation as isCommonAnnotation } from "../../../violations/is-annotation.ts";

/** Keywords that say something to people or tools, or hold definitions, and allow every value. */
const OTHERS = [
  "$defs",
  "contentEncoding",
  "contentMediaType",
  "contentSchema",
  "discriminator",
  "externalDocs",
  // Read by whoever compiles the schema.
  "nullable",
  "readOnly",
  "writeOnly",
  "xml",
];

export function isAnnotation(keyword: string): boolean {
  return isCommonAnnotation(keyword) || OTHERS.includes(keyword);
}
