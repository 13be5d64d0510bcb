// The only module that imports openapi-typescript, which has reached its end of life. To replace it, provide another
// `declarationsOf` that gives the interfaces `paths`, `components` and `operations`.
import {
  astToString,
  type GlobalContext,
  NEVER,
  NULL,
  NUMBER,
  type OpenAPI3,
  oapiRef,
  resolveRef,
  STRING,
  scanDiscriminators,
  transformSchema,
  tsIntersection,
  tsLiteral,
  tsRecord,
  tsUnion,
} from "openapi-typescript";
import ts from "typescript";
import { isJsonObject, type JsonObject } from "../../document/index.ts";
import { BINARY, KNOWN_VALUES, typesOf } from "../../model/index.ts";
import { CLOSED_HALF } from "./typed-document.ts";

/**
 * TypeScript declarations of a normalised OpenAPI 3.1 document: the interfaces `paths`, `components` and `operations`.
 *
 * Its own entry point would read, lint and bundle the document once more, which has been done by then.
 */
export function declarationsOf(document: JsonObject): string {
  // The document is ours and normalised: an OpenAPI 3.1 document by construction.
  const schema = document as unknown as OpenAPI3;
  return astToString(transformSchema(schema, contextOf(schema))).replace(WITH_REQUIRED, TOLERANT_WITH_REQUIRED);
}

/** Its helper for `required` beside `allOf` does not compile where a part may be `null`, or lacks the property. */
const WITH_REQUIRED = /^type WithRequired<T, K extends keyof T> = T & \{\s*\[P in K\]-\?: T\[P\];\s*\};$/m;
const TOLERANT_WITH_REQUIRED = `type WithRequired<T, K extends PropertyKey> = T extends unknown ? T & {
    [P in K & keyof T]-?: T[P];
} : never;`;

function contextOf(schema: OpenAPI3): GlobalContext {
  const context: Omit<GlobalContext, "redoc"> = {
    additionalProperties: false,
    alphabetize: true,
    arrayLength: false,
    // A default is what the server assumes; it does not oblige the caller to send the property.
    defaultNonNullable: false,
    discriminators: scanDiscriminators(schema, {}),
    // `type: object` alone allows any properties; "no properties" would refuse them.
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    conditionalEnums: false,
    dedupeEnums: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    resolve: ($ref) => resolveRef(schema, $ref, { silent: true }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: (object) => (isJsonObject(object) ? (bytes(object) ?? openEnumeration(object)) : undefined),
    transformProperty: undefined,
  };
  // `redoc` configures the linting that we leave out.
  return context as GlobalContext;
}

/** Bytes: what a program sends, and what it gets. */
function bytes(schema: JsonObject): ts.TypeNode | undefined {
  return schema[BINARY] === true ? ts.factory.createTypeReferenceNode("Blob") : undefined;
}

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
    ts.factory.createParenthesizedType(tsIntersection([base, tsRecord(NEVER, NEVER)])),
    ...(types.includes("null") && typeof closedHalf !== "string" ? [NULL] : []),
  ]);
}
