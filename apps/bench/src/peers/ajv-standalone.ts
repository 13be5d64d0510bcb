import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SchemaName } from "../checkers/schema-name.ts";
import { URI } from "../checkers/uri.ts";
import type { Peer } from "./peer.ts";
import { standaloneModule } from "./standalone-module.ts";

export const ajvStandalone: Peer = standalonePeer({
  name: "ajv standalone",
  note: "generated as this run began, uri from ajv-formats. Validators as for ajv.",
});

/** Tells what the generated code costs from what the format does. */
export const ajvStandaloneUriPattern: Peer = standalonePeer({
  name: "ajv standalone, uri pattern",
  note: "the same, with the pattern for uri that zod, valibot and arktype are given.",
  uri: URI,
});

interface Standalone extends Pick<Peer, "name" | "note"> {
  readonly uri?: RegExp;
}

function standalonePeer({ name, note, ...uri }: Standalone): Peer {
  const write = async (file: string, schemas: readonly SchemaName[], allErrors: boolean): Promise<string> => {
    await writeFile(file, standaloneModule(schemas, { allErrors, ...uri }));
    return JSON.stringify(file);
  };
  return {
    name,
    ...(note === undefined ? {} : { note }),
    entry: async (schemas, folder) => source(schemas, { every: await write(join(folder, "every.mjs"), schemas, true) }),
    quickEntry: async (schemas, folder) =>
      source(schemas, {
        every: await write(join(folder, "every.mjs"), schemas, true),
        first: await write(join(folder, "first.mjs"), schemas, false),
      }),
  };
}

function source(schemas: readonly SchemaName[], modules: Readonly<Record<string, string>>): string {
  const names = Object.keys(modules);
  return [
    `import { ajvChecker } from ${JSON.stringify(join(import.meta.dirname, "../checkers/ajv/checker.ts"))};`,
    ...Object.entries(modules).map(([name, file]) => `import * as ${name} from ${file};`),
    ...schemas.map(
      (schema) => `export const ${schema} = ajvChecker(${names.map((name) => `${name}.${schema}`).join(", ")});`,
    ),
  ].join("\n");
}
