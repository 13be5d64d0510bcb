import { Ajv } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { PrismSchema } from "./prism-schemas.ts";

/** The options of Prism's own instances. */
const OPTIONS = {
  allErrors: true,
  allowUnionTypes: true,
  allowMatchingProperties: true,
  strict: false,
  coerceTypes: true,
  logger: false,
} as const;

/** Why Prism cannot compile a schema; `undefined` when it can. Prism itself says nothing, and lets everything pass. */
export type Compiler = (schema: PrismSchema) => string | undefined;

/** Sets up Ajv as Prism does: an instance for each dialect. */
export function openCompiler(): Compiler {
  const [draft7, draft2019, draft2020] = [new Ajv(OPTIONS), new Ajv2019(OPTIONS), new Ajv2020(OPTIONS)];
  const ajvFor = (dialect: string): Ajv => {
    if (/^https?:\/\/json-schema.org\/draft\/2019-09\/schema#?$/.test(dialect)) return draft2019;
    if (/^https?:\/\/json-schema.org\/draft\/2020-12\/schema#?$/.test(dialect)) return draft2020;
    return draft7;
  };
  return ({ name, schema }) => {
    try {
      ajvFor(String(schema.$schema)).compile(schema);
      return undefined;
    } catch (error) {
      return `${name}: ${error instanceof Error ? error.message : error}`;
    }
  };
}
