import type { SchemaName } from "../checkers/schema-name.ts";
import { clientView } from "../subject/client-view.ts";

/** The entry of a peer that takes JSON Schema itself: `file` exports `compiler`, from JSON Schema to a `Checker`. */
export function compiledSchemas(file: string, compiler: string, schemas: readonly SchemaName[]): string {
  const lines = schemas.map((name) => `export const ${name} = compile(${JSON.stringify(clientView(name))});\n`);
  return `import { ${compiler} as compile } from ${JSON.stringify(file)};\n${lines.join("")}`;
}
