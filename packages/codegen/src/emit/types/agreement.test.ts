import { basename, join } from "node:path";
import {
  BINARY,
  buildModel,
  buildViews,
  CLOSED,
  expectDocument,
  isJsonObject,
  type Json,
  type JsonObject,
  mapSchemas,
  readDocument,
  type Schema,
} from "@earmark/openapi";
import { Grower } from "@earmark/openapi/values";
import { arbitrary } from "@earmark/openapi/values/fast-check";
import { documentText, tempFolder } from "@earmark/testing";
import type { Issue } from "@earmark/validation";
import {
  array,
  boolean,
  constant,
  constantFrom,
  dictionary,
  integer,
  letrec,
  oneof,
  record,
  sample,
  subarray,
  tuple,
} from "fast-check";
import { expect, it } from "vitest";
import { issuesBothWays } from "../../testing/checks.ts";
import { compile } from "../../testing/compile.ts";
import { documentsIn } from "../../testing/fuzz/differences.ts";
import { type Subject, type View, viewsOf } from "../../testing/fuzz/subjects.ts";
import type { SourceFile } from "../source.ts";
import { emitTypes } from "./index.ts";
import { inline, literalType } from "./type.ts";

// Another seed is another set of values; the one of a failure is in its message.
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const RUNS = Number(process.env.FUZZ_RUNS ?? 40);
const SCHEMAS = 100;
/** As many of them are of objects, which others build on. */
const OBJECTS = 30;
const fixtures = documentsIn(join(import.meta.dirname, "../../testing/fuzz/documents"));
const others = process.env.FUZZ_DOCUMENTS === undefined ? [] : documentsIn(process.env.FUZZ_DOCUMENTS);

it.each([...fixtures, ...others].map((path) => [basename(path), path]))(
  "values of %s that pass are of the type, and those that fail are not where TypeScript can tell",
  async (_, path) => {
    expect(await disagreements(path)).toEqual([]);
  },
  600_000,
);

it("so it is for schemas that are grown at random", async () => {
  const grown = [
    // By references alone, a schema might be itself.
    ...sample(object, { seed: SEED, numRuns: OBJECTS }).map(({ $ref, ...rest }, index) => {
      return Number(/\d+$/.exec(String($ref))?.[0]) < index ? { ...rest, $ref } : rest;
    }),
    ...sample(any, { seed: SEED, numRuns: SCHEMAS - OBJECTS }).map((items) => ({ type: "array", items })),
  ];
  const Mixed = {
    type: "object",
    properties: { a: { type: "string" }, b: { type: "boolean" } },
    required: ["a"],
    additionalProperties: { type: "array", items: { type: "integer" } },
  };
  const named = Object.fromEntries(grown.map((schema, index) => [`S${index}`, schema]));
  const folder = await tempFolder({ "grown.yaml": documentText({ schemas: { ...named, Mixed } }) });
  expect(await disagreements(join(folder, "grown.yaml"))).toEqual([]);
}, 600_000);

const NAMES = ["a", "b", "c"];

/** Schemas of every form that types have, each with its type. References lead to any of them. */
const { any, object } = letrec<{ any: JsonObject; object: JsonObject }>((tie) => {
  const referenceBelow = (max: number) =>
    integer({ min: 0, max: max - 1 }).map((index) => ({ $ref: `#/components/schemas/S${index}` }));
  const own = record({
    type: constant("object"),
    properties: dictionary(constantFrom(...NAMES), tie("any"), { maxKeys: 3 }),
    required: subarray(NAMES),
    additionalProperties: oneof(constant(undefined), boolean()),
  });
  const members = array(oneof({ maxDepth: 2 }, own, referenceBelow(OBJECTS)), { minLength: 1, maxLength: 3 });
  const object = oneof(
    { maxDepth: 3 },
    own,
    tuple(own, referenceBelow(OBJECTS)).map(([beside, reference]) => ({ ...beside, ...reference })),
    tuple(own, constantFrom("anyOf", "oneOf", "allOf"), members).map(([beside, keyword, list]) => ({
      ...beside,
      [keyword]: list,
    })),
    tuple(members, subarray(NAMES)).map(([allOf, required]) => ({ allOf: [...allOf, { type: "object", required }] })),
  );
  const scalar = constantFrom<JsonObject[]>(
    { type: "string" },
    { type: ["integer", "null"] },
    { type: "boolean" },
    { type: "string", enum: ["x", "y"] },
    { type: ["string", "null"], enum: ["x", "y"] },
    { enum: ["x", 1, null] },
    { const: "z" },
  );
  const some = array(tie("any"), { minLength: 1, maxLength: 3 });
  const fixed = record({
    type: constant("array"),
    prefixItems: some,
    items: oneof(boolean(), tie("any")),
    minItems: integer({ min: 0, max: 3 }),
  });
  const any = oneof(
    { maxDepth: 3 },
    scalar,
    referenceBelow(SCHEMAS),
    tie("object"),
    record({ type: constant("array"), items: tie("any") }),
    record({ type: constant("object"), additionalProperties: tie("any") }),
    fixed,
    record({ anyOf: some }),
  );
  // Without keys that are undefined, a schema is JSON.
  const json = (schema: object) => JSON.parse(JSON.stringify(schema)) as JsonObject;
  return { any: any.map(json), object: object.map(json) };
});

/** Where types and validators of a document disagree without a known reason, in both views. */
async function disagreements(path: string): Promise<readonly string[]> {
  const { model } = buildModel(expectDocument(await readDocument(path)));
  // By a discriminator, a type says more than is asked of a value.
  const schemas = model.schemas.map((entry) => ({ ...entry, schema: withoutDiscriminators(entry.schema) }));
  const types = emitTypes(model, buildViews({ ...model, schemas }));
  const cases = (await viewsOf(path)).map((view) => {
    const grower = new Grower(view.resolve);
    return view.subjects.flatMap((subject) => {
      const near = arbitrary((dice) => grower.near({ $ref: subject.pointer }, dice));
      return sample(near, { seed: SEED, numRuns: RUNS }).flatMap((value) => verdictOf(subject, value, view.resolve));
    });
  });
  return (await misjudged(cases, types)).map(({ subject: { identifier }, values: [value], fits }) => {
    return `seed ${SEED}, ${identifier}: ${fits ? "refuses" : "allows"} ${JSON.stringify(value)}`;
  });
}

function withoutDiscriminators(schema: Schema): Schema {
  return mapSchemas(schema, ({ discriminator: _, ...others }) => others);
}

interface Case {
  readonly subject: Subject;
  readonly values: readonly Json[];
  /** Whether one of the values is to be of the type. */
  readonly fits: boolean;
}

/**
 * What the type has to say about a value; nothing, where the two differ on purpose. A type is stricter than the validator
 * - where a schema has no `type`: one that describes objects is taken for one of objects;
 * - about an object that has none of the properties, all of which may be missing: TypeScript takes it for a mistake;
 * - about names that objects inherit, whose properties are those of `Object` to TypeScript;
 * - about bytes, which are no JSON.
 * It is laxer where {@link isTold} says so, and about what is asked on a condition.
 */
function verdictOf(subject: Subject, value: Json, resolve: View["resolve"]): readonly Case[] {
  const { check, schemas } = subject;
  const issues = issuesBothWays(check, value);
  const names = schemas.flatMap(({ properties }) => Object.keys(properties ?? {}));
  if (names.some((name) => name in Object.prototype) || JSON.stringify(value).includes('"__proto__"')) return [];
  if (schemas.some((schema) => schema[BINARY] === true)) return [];
  if (issues.length > 0)
    return !schemas.some(isConditional) && isTold(issues) ? [{ subject, values: [value], fits: false }] : [];
  if (schemas.some((schema) => isImplied(schema))) return [];
  const [open, closed] = [true, false].map((keepsOthers) => described(value, subject, resolve, keepsOthers));
  const values = [open ?? null, closed ?? null].filter((known) => issuesBothWays(check, known).length === 0);
  return values.length === 0 ? [] : [{ subject, values: [value, ...values], fits: true }];
}

const STRUCTURAL = "additionalProperties items patternProperties prefixItems properties required".split(" ");

function isImplied(schema: JsonObject): boolean {
  const hasTypes = ["type", "const", "enum"].some((keyword) => schema[keyword] !== undefined);
  return !hasTypes && STRUCTURAL.some((keyword) => schema[keyword] !== undefined);
}

/**
 * A value without properties that none of its schemas names.
 *
 * @param keepsOthers Whether they are left where one of the schemas says something about all others.
 */
function described(value: Json, { pointer }: Subject, resolve: View["resolve"], keepsOthers: boolean): Json {
  const partsOf = (schemas: readonly Json[]): readonly JsonObject[] => {
    const parts = new Set<JsonObject>();
    const add = (schema: Json | undefined): void => {
      if (!isJsonObject(schema) || parts.has(schema)) return;
      parts.add(schema);
      if (typeof schema.$ref === "string") add(resolve(schema.$ref));
      for (const list of [schema.allOf, schema.anyOf, schema.oneOf]) if (Array.isArray(list)) list.forEach(add);
    };
    schemas.forEach(add);
    return [...parts];
  };
  const keep = (value: Json, schemas: readonly Json[]): Json => {
    const parts = partsOf(schemas);
    if (Array.isArray(value)) {
      const itemAt = ({ items = [], prefixItems }: JsonObject, index: number): Json =>
        (Array.isArray(prefixItems) ? prefixItems[index] : undefined) ?? items;
      return value.map((item, index) =>
        keep(
          item,
          parts.flatMap((part) => itemAt(part, index)),
        ),
      );
    }
    if (!isJsonObject(value)) return value;
    const members = Object.entries(value).flatMap(([name, member]): [string, Json][] => {
      const named = parts.flatMap(({ properties }) =>
        isJsonObject(properties) && Object.hasOwn(properties, name) ? (properties[name] ?? []) : [],
      );
      const others = parts.flatMap(({ additionalProperties }) => additionalProperties || []);
      return named.length > 0 || (keepsOthers && others.length > 0)
        ? [[name, keep(member, [...named, ...others])]]
        : [];
    });
    return Object.fromEntries(members);
  };
  return keep(value, [{ $ref: pointer }]);
}

/** Whether one of the reasons to refuse a value is one that types know, too. */
function isTold(issues: readonly Issue[]): boolean {
  return issues.some(({ code, expected, value, branches = [] }) => {
    if (branches.length > 0) return branches.every(isTold);
    // A number may be an integer, and an array is an object.
    const types = [expected].flat();
    if (code === "type" && typeof value === "number") return !types.includes("integer");
    if (code === "type") return !(types.includes("object") && Array.isArray(value));
    // More properties than those of a value that is listed are no mistake to TypeScript.
    if (code === "const" || code === "enum") return typeof value !== "object" || value === null;
    return code === "required";
  });
}

/** Keywords that ask something of a value on a condition, or of names. */
const CONDITIONAL =
  "contains dependentSchemas else if not patternProperties propertyNames then unevaluatedItems unevaluatedProperties".split(
    " ",
  );

function isConditional(schema: JsonObject): boolean {
  // What a type says about all other properties has to include what each of them is.
  const isWidened = schema.properties !== undefined && isJsonObject(schema.additionalProperties);
  // What is meant to the letter inside of the client's view has the type of its lenient form.
  const isClosed = String(schema.$ref).startsWith(CLOSED);
  return isWidened || isClosed || CONDITIONAL.some((keyword) => schema[keyword] !== undefined);
}

/** The cases that the compiler decides otherwise, of those of either view. */
async function misjudged(views: readonly (readonly Case[])[], types: readonly SourceFile[]): Promise<readonly Case[]> {
  const headers = ["types.gen", "types.strict.gen"].map((module) => [
    `import type * as types from "./${module}.js";`,
    "type Fits<Value, Type> = [Value] extends [Type] ? true : false;",
  ]);
  const files = views.map((cases, view) => {
    const lines = cases.map(({ subject, values, fits }, index) => {
      const fitting = values.map((value) => `Fits<${inline(literalType(value))}, types.${subject.identifier}>`);
      return `export const _${index}: true extends ${fitting.join(" | ")} ? true : false = ${fits};`;
    });
    return [`cases${view}.ts`, [...(headers[view] ?? []), ...lines].join("\n")];
  });
  const folder = await tempFolder(Object.fromEntries([...types.map(({ path, text }) => [path, text]), ...files]));
  const errors = compile(folder)
    .split("\n")
    .filter((line) => line !== "");
  return errors.map((error) => {
    const [, view, line] = /cases(\d)\.ts\((\d+),/.exec(error) ?? [];
    const found = views[Number(view)]?.[Number(line) - 1 - (headers[Number(view)]?.length ?? 0)];
    if (found === undefined) throw new Error(error);
    return found;
  });
}
