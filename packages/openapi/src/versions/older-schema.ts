import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import { upgradeItemsList } from "../schema/passes.ts";
import type { Schema } from "../schema/schema.ts";
import { isOlder, upgradeOlder } from "../schema/upgrade-schema.ts";
import { mapSubschemas, pointerBelow, type Rewriting } from "../schema/walk.ts";
import type { Upgrading } from "./upgrading.ts";

/** Where a schema stands: its pointer, or what to make it of, since few schemas need it. */
type Site = string | readonly [around: Site, keyword: string, name: string | number | undefined];

/**
 * A schema of an older version, with everything in it, as one of JSON Schema 2020-12; what is no schema stays what it is.
 *
 * @param inWordsOf30 What each schema is in the words of OpenAPI 3.0.
 */
export function upgradeSchema(
  upgrading: Upgrading,
  value: Json,
  pointer: string,
  inWordsOf30: (schema: JsonObject) => JsonObject = (schema) => schema,
): Json {
  if (!isJsonObject(value)) return value;
  // What is read is never so deep that recursion would exhaust the stack.
  const upgraded = (schema: JsonObject, site: Site): Schema => {
    const { schema: passed, below, finish } = enter(upgrading, inWordsOf30(schema), site);
    const mapped = mapSubschemas(passed, (part, keyword, name) =>
      typeof part === "boolean" ? part : upgraded(part, below(part, keyword, name)),
    );
    return finish?.(mapped) ?? mapped;
  };
  return upgraded(value, pointer);
}

function enter(upgrading: Upgrading, schema: JsonObject, site: Site): Rewriting<Site> {
  const { origins } = upgrading;
  const passed = (result: { readonly schema: JsonObject; readonly diagnostics: readonly Diagnostic[] }): JsonObject => {
    upgrading.diagnostics.push(...result.diagnostics);
    return result.schema;
  };
  const isList = Array.isArray(schema.items);
  const listed = isList ? passed(upgradeItemsList(schema, pointerOf(site), upgrading)) : schema;
  const upgraded = isOlder(listed)
    ? passed(upgradeOlder(listed, pointerOf(site), upgrading, upgrading.version))
    : listed;
  const { anyOf, examples } = upgraded;
  if (examples !== undefined && examples !== listed.examples)
    origins.note(examples, pointerTo(pointerOf(site), "example"), { 0: "" });
  // `null` beside what was written; that is passed once more, which changes nothing.
  const isMadeUp = anyOf !== undefined && anyOf !== listed.anyOf;
  return {
    schema: upgraded,
    below: (_, keyword, name) => {
      if (isMadeUp) return site;
      if (isList && keyword === "items") return [site, "items", 0];
      return [site, isList && keyword === "prefixItems" ? "items" : keyword, name];
    },
    finish: (rewritten) => {
      if (isMadeUp) origins.note(rewritten.anyOf ?? null, pointerOf(site), { 0: "", 1: "" });
      if (isList) noteItems(upgrading, rewritten, pointerTo(pointerOf(site), "items"));
      return typeof rewritten.$ref === "string" && PART.test(rewritten.$ref)
        ? upgrading.referring(rewritten)
        : rewritten;
    },
  };
}

/** A reference to a part of a component. */
const PART = /^#\/components\/schemas\/[^/]+\//;

function noteItems({ origins }: Upgrading, { items, prefixItems }: JsonObject, at: string): void {
  if (prefixItems !== undefined) origins.note(prefixItems, at);
  else if (items !== undefined) origins.note(items, pointerTo(at, 0));
}

function pointerOf(site: Site): string {
  if (typeof site === "string") return site;
  const [around, keyword, name] = site;
  return pointerBelow(pointerOf(around), keyword, name);
}
