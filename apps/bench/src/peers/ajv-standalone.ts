import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import formats from "ajv-formats";
import { ajvOptions } from "../checkers/ajv/compile.ts";
import type { SchemaName } from "../checkers/checker.ts";
import { URI } from "../checkers/rules.ts";
import { clientView } from "../subject/subject.ts";
import type { Peer } from "./peer.ts";

export const ajvStandalone: Peer = standalonePeer({
  name: "ajv standalone",
  note: "generated as this run began, uri from ajv-formats. Validators as for ajv.",
});

/** Separates the cost of the generated code from that of the format. */
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

interface StandaloneOptions {
  readonly allErrors: boolean;
  /** In place of the format of ajv-formats. */
  readonly uri?: RegExp;
}

/** The module that Ajv generates for the schemas; it exports a function for each. */
function standaloneModule(schemas: readonly SchemaName[], { allErrors, uri }: StandaloneOptions): string {
  const ajv = new Ajv({ ...ajvOptions(allErrors), code: { source: true, esm: true } });
  if (uri === undefined) formats.default(ajv, ["uri"]);
  else ajv.addFormat("uri", uri);
  for (const name of schemas) ajv.addSchema(clientView(name), name);
  return standalone.default(ajv, Object.fromEntries(schemas.map((name) => [name, name])));
}
