import { Ajv } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import formats from "ajv-formats";
import { ajvOptions } from "../checkers/ajv/ajv-options.ts";
import type { SchemaName } from "../checkers/schema-name.ts";
import { clientView } from "../subject/client-view.ts";

export interface StandaloneOptions {
  readonly allErrors: boolean;
  /** In place of the format of ajv-formats. */
  readonly uri?: RegExp;
}

/** The module that Ajv generates for the schemas; it exports a function for each. */
export function standaloneModule(schemas: readonly SchemaName[], { allErrors, uri }: StandaloneOptions): string {
  const ajv = new Ajv({ ...ajvOptions(allErrors), code: { source: true, esm: true } });
  if (uri === undefined) formats.default(ajv, ["uri"]);
  else ajv.addFormat("uri", uri);
  for (const name of schemas) ajv.addSchema(clientView(name), name);
  return standalone.default(ajv, Object.fromEntries(schemas.map((name) => [name, name])));
}
