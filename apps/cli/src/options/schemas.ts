import type { JsonSchema } from "@earmark/validation";

/** The schemas of a document, by name. */
export type Schemas = Readonly<Record<string, JsonSchema>>;

/**
 * A schema with the keywords of the schema that it refers to. Keywords beside `$ref` win, such as a field's own
 * description. Of alternatives, the first that is not `null` stands for all.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#reference-object
 */
export function resolveSchema(
  { $ref, anyOf = [], oneOf = [], allOf = [], ...own }: JsonSchema,
  schemas: Schemas,
): JsonSchema {
  const target = schemas[$ref?.split("/").at(-1) ?? ""];
  const alternative = [...anyOf, ...oneOf].find(({ type }) => type !== "null");
  const parts = [target, alternative, ...allOf].filter((part) => part !== undefined);
  return { ...Object.assign({}, ...parts.map((part) => resolveSchema(part, schemas))), ...own };
}
