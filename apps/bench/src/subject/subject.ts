import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/**
 * The document that everybody is measured with: the Annotation document as it was when the peers' schemas were written.
 * An edit of `openapi/` changes neither what is compared nor who is right.
 */
export const SUBJECT: string = join(import.meta.dirname, "annotation.yaml");

/** The schemas of the document, by name. */
export function subjectSchemas(): Readonly<Record<string, unknown>> {
  const { components }: { components: { schemas: Record<string, unknown> } } = parse(readFileSync(SUBJECT, "utf8"));
  return components.schemas;
}
