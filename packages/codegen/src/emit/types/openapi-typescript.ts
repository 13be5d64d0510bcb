// The only module that imports openapi-typescript, which has reached its end of life. To replace it, provide another
// `declarationsOf` that gives the interfaces `paths`, `components` and `operations`.
import { createRequire } from "node:module";
import { BINARY, isJsonObject, type JsonObject, KNOWN_VALUES, typesOf } from "@earmark/openapi";
import type * as openapiTypescript from "openapi-typescript";
import type { GlobalContext, OpenAPI3 } from "openapi-typescript";
import type ts from "typescript";
import { ALIAS, CLOSED_HALF, DECLARED_AS } from "./typed-document.ts";

// Its entry point loads the linter and bundler of its command too, and importing CommonJS costs a search of all nine
// megabytes of TypeScript for exports. Requiring the parts that make types takes half the time.
const require = createRequire(import.meta.url);
const { factory } = require("typescript") as typeof ts; // what `require` gives is untyped
type Library = typeof openapiTypescript;
// What is changed below is a property of the module for the rest of the library too.
type LibraryUtils = { -readonly [Name in keyof Library]: Library[Name] };
const { astToString, NEVER, NULL, NUMBER, oapiRef, STRING, tsIntersection, tsLiteral, tsRecord, tsUnion } =
  require("openapi-typescript/dist/lib/ts.cjs") as Library; // a part of the package, with the same exports
const utils = require("openapi-typescript/dist/lib/utils.cjs") as LibraryUtils; // likewise
const { createRef, resolveRef, scanDiscriminators } = utils;
const transformSchema = require("openapi-typescript/dist/transform/index.cjs") as Library["transformSchema"]; // likewise
const { default: transformSchemaObject } = require("openapi-typescript/dist/transform/schema-object.cjs") as {
  // A part of the package that its declarations leave out.
  readonly default: (schema: JsonObject, options: TransformOptions) => ts.TypeNode;
};

// It remembers where it is by reading the name of every place as a reference, which some are not: `100%`, `a#/b%c`.
utils.createRef = (parts) => {
  try {
    return createRef(parts);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return parts.join("/");
  }
};

interface TransformOptions {
  readonly path?: string | undefined;
  readonly ctx: GlobalContext;
}

/**
 * TypeScript declarations of a normalised OpenAPI 3.1 document: the interfaces `paths`, `components` and `operations`.
 */
export function declarationsOf(document: JsonObject): string {
  // The document is ours and normalised: an OpenAPI 3.1 document by construction.
  const schema = document as unknown as OpenAPI3;
  const text = astToString(transformSchema(schema, contextOf(schema))).replace(WITH_REQUIRED, TOLERANT_WITH_REQUIRED);
  return mentions(document, BINARY) ? text + BYTES_DECLARATION : text;
}

/** Its helper for `required` beside `allOf` does not compile where a part may be `null`, or lacks the property. */
const WITH_REQUIRED = /^type WithRequired<T, K extends keyof T> = T & \{\s*\[P in K\]-\?: T\[P\];\s*\};$/m;
const TOLERANT_WITH_REQUIRED = `type WithRequired<T, K extends PropertyKey> = T extends unknown ? T & {
    [P in K & keyof T]-?: T[P];
} : never;`;

function contextOf(schema: OpenAPI3): GlobalContext {
  const declared = new Set<string>();
  // What is left out is off, among others that defaults oblige the caller to send the property.
  const context: Partial<GlobalContext> = {
    alphabetize: true,
    discriminators: mentions(schema, "discriminator")
      ? scanDiscriminators(schema, { silent: true })
      : { objects: {}, refsHandled: [] },
    // `type: object` alone allows any properties; "no properties" would refuse them.
    emptyObjectsUnknown: true,
    injectFooter: [],
    resolve: ($ref) => resolveRef(schema, $ref, { silent: true }),
    silent: true,
    transform: (object, options) =>
      isJsonObject(object) ? (alias(object, options, declared) ?? bytes(object) ?? openEnumeration(object)) : undefined,
  };
  return context as GlobalContext;
}

/** Whether an object somewhere in a value has a key. */
function mentions(value: unknown, key: string | symbol): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, key) || Object.values(value).some((member) => mentions(member, key));
}

/** References to aliases, and their declarations beside the interfaces. */
function alias(schema: JsonObject, options: TransformOptions, declared: Set<string>): ts.TypeNode | undefined {
  const { [ALIAS]: referred, [DECLARED_AS]: name, ...rest } = schema;
  if (typeof referred === "string") return factory.createTypeReferenceNode(referred);
  if (typeof name !== "string") return undefined;
  // The library asks twice.
  if (!declared.has(name)) {
    declared.add(name);
    const type = transformSchemaObject(rest, options);
    options.ctx.injectFooter.push(factory.createTypeAliasDeclaration(undefined, name, undefined, type));
  }
  return factory.createTypeReferenceNode(name);
}

function bytes(schema: JsonObject): ts.TypeNode | undefined {
  return schema[BINARY] === true ? factory.createTypeReferenceNode(BYTES) : undefined;
}

/** No component can be called this. */
const BYTES = "$Bytes";

/** Programs without the library of browsers, or the types of Node, have no `Blob` to refer to. */
const BYTES_DECLARATION = `/** What a program sends and gets for bytes: a \`Blob\`. */
type ${BYTES} = typeof globalThis extends { Blob: { prototype: infer Blob } } ? Blob : {
    readonly size: number;
    readonly type: string;
    arrayBuffer(): Promise<ArrayBuffer>;
    text(): Promise<string>;
};
`;

/**
 * An open enumeration: `"a" | "b" | (string & Record<never, never>)`.
 * Editors complete the known values; any other is allowed. A plain `| string` would swallow the literals.
 */
function openEnumeration(schema: JsonObject): ts.TypeNode | undefined {
  const known = schema[KNOWN_VALUES];
  if (!Array.isArray(known)) return undefined;
  const types = typesOf(schema);
  const closedHalf = schema[CLOSED_HALF];
  const literals = known.filter((value) => value !== null).map((value) => tsLiteral(value));
  const base = types.includes("string") ? STRING : NUMBER;
  return tsUnion([
    ...(typeof closedHalf === "string" ? [oapiRef(closedHalf)] : literals),
    factory.createParenthesizedType(tsIntersection([base, tsRecord(NEVER, NEVER)])),
    ...(types.includes("null") && typeof closedHalf !== "string" ? [NULL] : []),
  ]);
}
