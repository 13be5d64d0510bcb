import { type Details, type Diagnostic, diagnose, type HasPlaces } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type Json, type JsonObject, remade, shown } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { nameMembers } from "./discriminator.ts";
import { ABOVE_ZERO, ANY_JSON, KEYWORDS, NUMBER } from "./keywords.ts";
import type { Pass, PassContext, PassResult } from "./pass.ts";
import { mistakeIn } from "./regular-expression.ts";
import { isSchema } from "./schema.ts";
import { listNull, upgradeSchema } from "./upgrade-schema.ts";
import { alignValues } from "./value-types.ts";

/**
 * How a schema is read: what each pass leaves is read by the next. These come before the subschemas are read, so that
 * they see schemas as their author wrote them.
 */
export const PASSES: readonly Pass[] = [
  correctYaml,
  upgradeItemsList,
  upgradeSchema,
  dropRequiredFlag,
  replaceMalformedMembers,
  dropMalformed,
  alignValues,
  listNull,
  dropForeignPatterns,
  upgradeDynamicReference,
  dropId,
];

/** These come behind, when subschemas refer to components alone. */
export const LAST_PASSES: readonly Pass[] = [
  (schema, at, context) => ({
    schema: nameMembers(schema, (ref) => (ref.startsWith("#") ? context.componentFor(ref, at) : undefined)),
    diagnostics: [],
  }),
  referToComponents,
  (schema) => ({ schema: sortKeys(schema), diagnostics: [] }),
];

const NOTHING: readonly Diagnostic[] = [];

function unchanged(schema: JsonObject): PassResult {
  return { schema, diagnostics: NOTHING };
}

function omitted(schema: JsonObject, keyword: string): JsonObject {
  const { [keyword]: _, ...rest } = schema;
  return rest;
}

const NUMERAL = /^-?\d+(\.\d+)?$/;

/**
 * Mistakes that YAML invites: `type: null` and `[string, null]` without quotation marks, numbers with them, and keywords
 * without a value.
 */
function correctYaml(schema: JsonObject, at: string, context: PassContext): PassResult {
  let corrected: Record<string, Json> | undefined;
  const diagnostics: Diagnostic[] = [];
  const correct = (keyword: string, value: Json | undefined, message: string): void => {
    diagnostics.push(diagnose("yaml-mistake", context, at, message));
    corrected ??= { ...schema };
    if (value === undefined) delete corrected[keyword];
    else corrected[keyword] = value;
  };
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword];
    const form = KEYWORDS.get(keyword)?.value;
    if (keyword === "type" && (value === null || (Array.isArray(value) && value.includes(null)))) {
      const types = Array.isArray(value) ? value.map((type: Json) => type ?? "null") : "null";
      correct("type", types, "type null without quotation marks");
    } else if (value === null && form !== ANY_JSON && !keyword.startsWith("x-")) {
      correct(keyword, undefined, `${keyword} without a value ignored`);
    } else if (typeof value === "string" && (form === NUMBER || form === ABOVE_ZERO) && NUMERAL.test(value)) {
      correct(keyword, Number(value), `${keyword} in quotation marks`);
    }
  }
  return corrected === undefined ? unchanged(schema) : { schema: corrected, diagnostics };
}

/**
 * `items: [A, B]` is what `prefixItems: [A, B]` was called before 2020-12. With one schema in the list, a list of such
 * items is meant.
 */
export function upgradeItemsList(schema: JsonObject, at: string, context: HasPlaces): PassResult {
  if (!Array.isArray(schema.items)) return unchanged(schema);
  const { items = [], ...rest } = schema;
  const [only = true, ...others]: readonly Json[] = schema.items;
  return {
    schema: others.length === 0 ? { ...rest, items: only } : { ...rest, prefixItems: items },
    diagnostics: [diagnose("older-keyword", context, at, "list of items, as in older drafts of JSON Schema")],
  };
}

/** Draft 3 of JSON Schema said of the property itself that it is required, by a flag, and many documents still do. */
function dropRequiredFlag(schema: JsonObject, at: string, context: PassContext): PassResult {
  const { required } = schema;
  if (required === undefined || (Array.isArray(required) && required.every((name) => typeof name === "string")))
    return unchanged(schema);
  const message = "required that is no list of names ignored";
  const diagnostics = [diagnose("older-keyword", context, at, message)];
  return { schema: omitted(schema, "required"), diagnostics };
}

/** Keywords that depend on what stands beside them: where that cannot be read, they would refuse what it allows. */
const DEPENDENT = ["additionalProperties", "items", "unevaluatedItems", "unevaluatedProperties"];

/** What is no schema in a list or an object of schemas lets any value pass, and leaves the others as they are. */
function replaceMalformedMembers(schema: JsonObject, at: string, context: PassContext): PassResult {
  let replaced: Record<string, Json> | undefined;
  const diagnostics: Diagnostic[] = [];
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword];
    const { holds, isOptional } = KEYWORDS.get(keyword) ?? {};
    const isHolder = (holds === "list" && Array.isArray(value)) || (holds === "map" && isJsonObject(value));
    if (isOptional !== false || !isHolder) continue;
    const members: readonly [string, Json][] = Object.entries(value ?? {});
    const wrong = members.filter(([, member]) => !isSchema(member));
    if (wrong.length === 0) continue;
    replaced ??= { ...schema };
    const schemas = members.map(([name, member]) => [name, isSchema(member) ? member : {}] as const);
    replaced[keyword] = Array.isArray(value) ? schemas.map(([, member]) => member) : Object.fromEntries(schemas);
    for (const [name, member] of wrong)
      diagnostics.push(malformed(context, pointerTo(at, keyword, name), "a schema", member));
  }
  return replaced === undefined ? unchanged(schema) : { schema: replaced, diagnostics, isLaxer: true };
}

/** Keywords whose values are not as JSON Schema demands. Any value passes instead, as far as they are concerned. */
function dropMalformed(schema: JsonObject, at: string, context: PassContext): PassResult {
  let kept: Record<string, Json> | undefined;
  const diagnostics: Diagnostic[] = [];
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword] ?? null;
    const known = KEYWORDS.get(keyword);
    if (known === undefined || known.isOptional || known.value.test(value)) continue;
    kept ??= { ...schema };
    delete kept[keyword];
    if (known.role !== "assertion") for (const dependent of DEPENDENT) delete kept[dependent];
    diagnostics.push(malformed(context, pointerTo(at, keyword), known.value.expected, value));
  }
  return kept === undefined ? unchanged(schema) : { schema: kept, diagnostics, isLaxer: true };
}

function malformed(context: PassContext, pointer: string, expected: string, value: Json): Diagnostic {
  return notHeldTo("structure", context, pointer, `expected ${expected}`, { expected, received: shown(value) });
}

const REGULAR_EXPRESSION = "a regular expression of ECMA-262";

/** Other languages have other regular expressions; all that can be done without theirs is to say so. */
function dropForeignPatterns(schema: JsonObject, at: string, context: PassContext): PassResult {
  const { pattern, patternProperties } = schema;
  if (pattern === undefined && patternProperties === undefined) return unchanged(schema);
  const kept: Record<string, Json> = { ...schema };
  const diagnostics: Diagnostic[] = [];
  const isForeign = (source: string, pointer: string, consequence: string): boolean => {
    const mistake = mistakeIn(source);
    if (mistake === undefined) return false;
    const message = `expected ${REGULAR_EXPRESSION}, so ${consequence}: ${mistake}`;
    diagnostics.push(
      diagnose("pattern", context, pointer, message, {
        severity: "warning",
        expected: REGULAR_EXPRESSION,
        received: source,
      }),
    );
    return true;
  };
  if (typeof pattern === "string" && isForeign(pattern, pointerTo(at, "pattern"), "no string is held to this one"))
    delete kept.pattern;
  let isLaxer = false;
  if (isJsonObject(patternProperties)) {
    const own = pointerTo(at, "patternProperties");
    const readable = Object.entries(patternProperties).filter(
      ([source]) => !isForeign(source, pointerTo(own, source), "no property is held to its schema"),
    );
    isLaxer = readable.length < Object.keys(patternProperties).length;
    if (isLaxer) {
      kept.patternProperties = Object.fromEntries(readable);
      for (const dependent of DEPENDENT) delete kept[dependent];
    }
  }
  return diagnostics.length === 0 ? unchanged(schema) : { schema: kept, diagnostics, isLaxer };
}

/** Without a `$dynamicAnchor` at its end, a `$dynamicRef` is a reference like any other (Core 8.2.3.2). */
function upgradeDynamicReference(schema: JsonObject, at: string, context: PassContext): PassResult {
  const { $dynamicRef: ref } = schema;
  if (typeof ref !== "string") return unchanged(schema);
  const rest = omitted(schema, "$dynamicRef");
  const target = context.target(ref, at);
  // What the name leads to is looked for among all schemas.
  if (isJsonObject(target) && ref.endsWith(`#${target.$dynamicAnchor}`))
    return unchanged({ ...rest, $dynamicRef: ref.slice(ref.indexOf("#")) });
  const { allOf = [] } = rest;
  return unchanged(
    rest.$ref === undefined ? { ...rest, $ref: ref } : { ...rest, allOf: [...[allOf].flat(), { $ref: ref }] },
  );
}

/** References by `$id` become references to components, so nothing is relative to one any more. */
function dropId(schema: JsonObject): PassResult {
  return unchanged(schema.$id === undefined ? schema : omitted(schema, "$id"));
}

/** Every schema that is referred to has a name, by which others refer to it. */
function referToComponents(schema: JsonObject, at: string, context: PassContext): PassResult {
  const { $ref: ref } = schema;
  if (typeof ref !== "string") return unchanged(schema);
  const component = context.componentFor(ref, at);
  if (component !== undefined) return unchanged(component === ref ? schema : { ...schema, $ref: component });
  const message = ref.startsWith("#")
    ? `${ref} does not exist`
    : `expected a reference within the document, received ${ref}`;
  const diagnostics = [notHeldTo("reference", context, at, message)];
  return { schema: omitted(schema, "$ref"), diagnostics, isLaxer: true };
}

/** A warning of something that values are not held to. */
function notHeldTo(
  rule: "reference" | "structure",
  context: PassContext,
  pointer: string,
  problem: string,
  details?: Pick<Details, "expected" | "received">,
): Diagnostic {
  const received = details?.received === undefined ? "" : `, received ${details.received}`;
  return diagnose(rule, context, pointer, `${problem}${received}; any value passes instead`, {
    severity: "warning",
    ...details,
  });
}

/** Keys in alphabetical order everywhere, so that moving one in the document changes nothing generated. */
function sortKeys(schema: JsonObject): JsonObject {
  return sorted(schema, (value, keyword) => {
    const holds = KEYWORDS.get(keyword)?.holds;
    if (holds === undefined) return sortJson(value);
    return holds === "map" && isJsonObject(value) ? sorted(value, (subschema) => subschema) : value;
  });
}

function sortJson(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortJson);
  return isJsonObject(value) ? sorted(value, sortJson) : value;
}

function sorted(object: JsonObject, sort: (member: Json, name: string) => Json): JsonObject {
  const names = Object.keys(object).sort();
  return remade(
    object,
    names.map((name) => [name, sort(object[name] ?? null, name)]),
  );
}
