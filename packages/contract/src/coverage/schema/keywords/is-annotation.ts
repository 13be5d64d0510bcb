/** Keywords that say something to people or tools, or hold definitions, and allow every value. */
const ANNOTATIONS: ReadonlySet<string> = new Set([
  ...["$comment", "$defs", "$schema", "title", "description", "default", "example", "examples", "deprecated"],
  ...["readOnly", "writeOnly", "externalDocs", "xml", "contentEncoding", "contentMediaType", "contentSchema"],
]);

export function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.has(keyword) || keyword.startsWith("x-");
}
