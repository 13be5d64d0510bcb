import { join } from "node:path";
import type { SchemaName } from "../checkers/schema-name.ts";

const FILES: Readonly<Record<SchemaName, string>> = {
  Annotation: "annotation.ts",
  UpdateAnnotationRequest: "update-annotation-request.ts",
};

/** The entry of a peer that keeps each schema in a module of its own, so that one can be had without the other. */
export function schemaModules(peer: string, schemas: readonly SchemaName[]): string {
  return schemas
    .map(
      (name) =>
        `export { ${name} } from ${JSON.stringify(join(import.meta.dirname, "../checkers", peer, FILES[name]))};\n`,
    )
    .join("");
}
