// The only module that imports openapi-typescript, which has reached its end of life. To replace it, provide another
// `declarationsOf` that gives the interfaces `paths`, `components` and `operations`.
import openapiTS, {
  astToString,
  NEVER,
  NULL,
  NUMBER,
  type OpenAPI3,
  oapiRef,
  STRING,
  tsIntersection,
  tsLiteral,
  tsRecord,
  tsUnion,
} from "openapi-typescript";
import ts from "typescript";
import { isJsonObject, type JsonObject } from "../../document/index.ts";
import { KNOWN_VALUES, typesOf } from "../../model/index.ts";
import { CLOSED_HALF } from "./typed-document.ts";

/** TypeScript declarations of a normalised OpenAPI 3.1 document: the interfaces `paths`, `components` and `operations`. */
export async function declarationsOf(document: JsonObject): Promise<string> {
  // The document is ours and normalised: an OpenAPI 3.1 document by construction.
  const nodes = await openapiTS(document as unknown as OpenAPI3, {
    alphabetize: true,
    // A default is what the server assumes; it does not oblige the caller to send the property.
    defaultNonNullable: false,
    silent: true,
    transform: (schema) => (isJsonObject(schema) ? openEnumeration(schema) : undefined),
  });
  return astToString(nodes);
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
