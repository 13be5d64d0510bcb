import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A copy of the Annotation document, so that an edit of the real one breaks no test. */
export const ANNOTATION_FILE: string = join(import.meta.dirname, "annotation.yaml");
export const ANNOTATION: string = readFileSync(ANNOTATION_FILE, "utf8");

/** Parts of a document; what OpenAPI demands beyond them is filled in. */
export interface Parts {
  readonly openapi?: string;
  readonly paths?: object;
  readonly schemas?: Readonly<Record<string, unknown>>;
  readonly components?: object;
  readonly [key: string]: unknown;
}

/** A document with these parts, as JSON, which is YAML too. */
export function documentText({ openapi = "3.1.0", paths = {}, schemas, components, ...rest }: Parts): string {
  const all = { openapi, info: { title: "Test", version: "1" }, paths, ...rest };
  return JSON.stringify(
    { ...all, components: { ...components, ...(schemas === undefined ? {} : { schemas }) } },
    null,
    2,
  );
}
