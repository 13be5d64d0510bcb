import { createRequire } from "node:module";
import type * as filters from "@stoplight/prism-http/dist/utils/filterRequiredProperties.js";
import { Ajv } from "ajv";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { DocumentOperation } from "../contract/contract.ts";
import { FORM } from "../document/form-body.ts";
import { prism } from "../document/prism.ts";

/** A schema in the form in which Prism hands it to Ajv. */
export interface PrismSchema {
  readonly name: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

type Request = NonNullable<DocumentOperation["request"]>;
type Parameters = readonly NonNullable<Request["path"] | Request["query"] | Request["headers"]>[number][];
type Bodies = NonNullable<NonNullable<Request["body"]>["contents"]>;
type Merge = (schema: unknown, options: object) => unknown;

/** Every schema that Prism compiles for an operation: of parameters and bodies, in the request and in the responses. */
export function prismSchemas(operation: DocumentOperation): readonly PrismSchema[] {
  const { iid, request, responses } = operation;
  const { stripReadOnlyProperties, stripWriteOnlyProperties } = prism(
    "prism-http/dist/utils/filterRequiredProperties.js",
  );
  // Where a document refers to itself, Prism keeps the definitions beside the operation.
  const bundle: unknown = Object(operation).__bundled__;
  return [
    ...parameters(`${iid} path`, request?.path, bundle),
    ...parameters(`${iid} query`, request?.query, bundle),
    ...parameters(`${iid} headers`, request?.headers, bundle),
    ...bodies(`${iid} request`, request?.body?.contents, stripReadOnlyProperties, bundle),
    ...responses.flatMap(({ code, headers, contents }) => [
      ...parameters(`${iid} ${code} headers`, headers, bundle),
      ...bodies(`${iid} ${code}`, contents, stripWriteOnlyProperties, bundle),
    ]),
  ];
}

/** The parameters of one place are one object: a schema that does not compile switches off all of them. */
function parameters(name: string, list: Parameters = [], bundle: unknown): readonly PrismSchema[] {
  if (list.length === 0) return [];
  const properties = Object.fromEntries(list.map((each) => [each.name.toLowerCase(), each.schema]));
  const required = list.filter((each) => each.required).map((each) => each.name.toLowerCase());
  return [{ name, schema: { type: "object", properties, required, __bundled__: bundle } }];
}

function bodies(
  name: string,
  contents: Bodies = [],
  strip: typeof filters.stripReadOnlyProperties,
  bundle: unknown,
): readonly PrismSchema[] {
  return contents.flatMap(({ mediaType, schema }) => {
    if (schema === undefined) return [];
    const stripped: { readonly value?: object } = Object(strip(Object(merged(schema))));
    // With a form, Prism forgets the definitions, and a reference into them does not compile.
    const definitions = mediaType === FORM ? undefined : bundle;
    return [{ name: `${name} ${mediaType}`, schema: { ...stripped.value, __bundled__: definitions } }];
  });
}

function merged(schema: unknown): unknown {
  // Prism's own copy, which it does not export.
  const load = createRequire(createRequire(import.meta.url).resolve("@stoplight/prism-http"));
  const merge: Merge = load("@stoplight/json-schema-merge-allof");
  try {
    return merge(schema, { deep: true, ignoreAdditionalProperties: true });
  } catch {
    // As Prism does.
    return schema;
  }
}

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
