import {
  addTo,
  type Discriminator,
  isJsonObject,
  isSchema,
  type JsonObject,
  knownValues,
  typesOf,
} from "@earmark/openapi";
import { hasType } from "./keywords/type.ts";
import { type Part, type SchemaRegistry, schemasIn } from "./schema-registry.ts";

type Tag = string | number | boolean | null;

/** Which member of a union the value of its discriminator's property leaves. */
export interface Choice {
  /** By member, in the order of the union: the values with which a value can match no other member, or is meant for it. */
  readonly cases: readonly { readonly ref: string; readonly tags: readonly Tag[] }[];
  /** Whether a value without the property matches no member at all. */
  readonly isRequired: boolean;
  /** Whether no value without the property, or with another value of it, matches a member. */
  readonly isComplete: boolean;
}

/**
 * Chooses members by what they say about the property themselves: `const`, `enum` or `type`. Where several members of a
 * `oneOf` allow a value, the mapping decides between these, because `oneOf` alone would refuse what is meant.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object which must not change the outcome of validation
 */
export function chosenByTag(
  { propertyName, values }: Discriminator,
  keyword: "anyOf" | "oneOf",
  registry: SchemaRegistry,
  base: string,
): Choice {
  const members = values.map(({ ref, values: names }) => {
    const rule = tagRule([registry.resolve(ref, base)], propertyName, registry, MOST_NESTED);
    return { ref, rule, named: new Set(names.flatMap((name) => tagsNamed(name, rule))) };
  });
  const chosen = new Map<Tag, (typeof members)[number]>();
  const [listing, naming] = [new Map<Tag, typeof members>(), new Map<Tag, typeof members>()];
  for (const member of members) {
    for (const tag of new Set(member.rule.values)) addTo(listing, tag, member);
    for (const tag of member.named) addTo(naming, tag, member);
  }
  const open = members.filter(({ rule }) => rule.values === undefined);
  for (const tag of new Set([...listing.keys(), ...naming.keys()])) {
    const allowing = [...(listing.get(tag) ?? []), ...firstTwo(open, ({ rule }) => allows(rule, tag))];
    const meant = keyword === "oneOf" ? (naming.get(tag) ?? []) : [];
    const [only, ...others] = allowing.length === 1 ? allowing : meant;
    if (only !== undefined && others.length === 0) chosen.set(tag, only);
  }
  const tags = new Map<(typeof members)[number], Tag[]>();
  for (const [tag, member] of chosen) addTo(tags, member, tag);
  const isRequired = members.every(({ rule }) => rule.isRequired);
  return {
    cases: members.flatMap((member) => {
      const own = tags.get(member);
      return own === undefined ? [] : [{ ref: member.ref, tags: own }];
    }),
    isRequired,
    isComplete: isRequired && members.every(({ rule }) => rule.values?.every((tag) => chosen.has(tag)) === true),
  };
}

/** Of many, two are enough to know that there is more than one. */
function firstTwo<Item>(items: readonly Item[], isWanted: (item: Item) => boolean): readonly Item[] {
  const first = items.findIndex(isWanted);
  const second = first === -1 ? -1 : items.findIndex((item, index) => index > first && isWanted(item));
  return [first, second].flatMap((index) => items[index] ?? []);
}

/** A property that tells members of a union apart, without a discriminator. */
export interface TellingProperty {
  readonly name: string;
  /** By member, the only values with which it can match; undefined for one that no object matches. */
  readonly tags: readonly (readonly Tag[] | undefined)[];
}

/** The property of which each member that objects may match requires other values; undefined where there is none. */
export function tellingProperty(members: readonly Part[], registry: SchemaRegistry): TellingProperty | undefined {
  const mayBeObject = members.map((member) => typesIn(member, registry)?.includes("object") !== false);
  const [first, ...others] = members.filter((_, index) => mayBeObject[index]);
  if (first === undefined || others.length === 0) return undefined;
  const names = registry.partsOf([first]).flatMap(({ schema }) => Object.keys(schema.properties ?? {}));
  for (const name of new Set(names)) {
    const tags: (readonly Tag[] | undefined)[] = [];
    const seen = new Set<Tag>();
    const isTelling = members.every((member, index) => {
      const { isRequired, values } = mayBeObject[index] ? tagRule([member], name, registry, 0, false) : ABSENT;
      tags.push(values);
      const isNew = values?.every((tag) => !seen.has(tag) && seen.add(tag)) === true;
      return !mayBeObject[index] || (isRequired && isNew);
    });
    if (isTelling) return { name, tags };
  }
  return undefined;
}

/** The types that a schema, or what it consists of, names. */
export function typesIn(schema: Part, registry: SchemaRegistry): readonly string[] | undefined {
  return registry
    .partsOf([schema])
    .map((part) => typesOf(part.schema))
    .find((types) => types.length > 0);
}

const ABSENT: TagRule = { values: undefined, types: undefined, isRequired: false };

/** What a schema says about one property. */
interface TagRule {
  /** The values that it lists; undefined where it lists none. */
  readonly values: readonly Tag[] | undefined;
  /** Its types; undefined where it names none. */
  readonly types: readonly string[] | undefined;
  /** Whether it refuses all but objects that have the property. */
  readonly isRequired: boolean;
}

/** Members of a union may be unions themselves; below this many, nothing is known about them. */
const MOST_NESTED = 4;

/** What several schemas say about one property of a value that matches them all. */
function tagRule(
  schemas: readonly Part[],
  property: string,
  registry: SchemaRegistry,
  nested: number,
  isOpenedToo = true,
): TagRule {
  const parts = registry.partsOf(schemas);
  const rules = parts.flatMap(({ schema, base }) => {
    const { properties } = schema;
    const own = isJsonObject(properties) && Object.hasOwn(properties, property) ? properties[property] : undefined;
    return isSchema(own)
      ? registry.partsOf([{ schema: own, base }]).map((part) => valueRule(part.schema, isOpenedToo))
      : [];
  });
  const unions = nested === 0 ? [] : parts.flatMap(({ schema, base }) => unionsOf(schema, base));
  const alternatives = unions.map((members) =>
    anyOf(members.map((member) => tagRule([member], property, registry, nested - 1))),
  );
  const isObject = parts.some(({ schema }) => typesOf(schema).join() === "object");
  const isRequired = parts.some(({ schema: { required } }) => Array.isArray(required) && required.includes(property));
  return allOf([
    ...rules,
    ...alternatives,
    { values: undefined, types: undefined, isRequired: isObject && isRequired },
  ]);
}

function unionsOf(schema: JsonObject, base: string): (readonly Part[])[] {
  return [schema.anyOf, schema.oneOf].map((list) => schemasIn(list, base)).filter((members) => members.length > 0);
}

/** What a schema of the property itself says. An enumeration that a view has opened still tells members apart. */
function valueRule(schema: JsonObject, isOpenedToo: boolean): TagRule {
  const types = typesOf(schema);
  const listed = schema.const === undefined ? schema.enum : [schema.const];
  const opened = isOpenedToo ? knownValues(schema) : undefined;
  const values = listed ?? (opened === undefined || !types.includes("null") ? opened : [...opened, null]);
  const isSimple =
    Array.isArray(values) && values.every((value): value is Tag => typeof value !== "object" || value === null);
  return { values: isSimple ? values : undefined, types: types.length === 0 ? undefined : types, isRequired: false };
}

function allOf(rules: readonly TagRule[]): TagRule {
  const types = rules.flatMap((rule) => (rule.types === undefined ? [] : [rule.types]));
  const lists = rules.flatMap((rule) => (rule.values === undefined ? [] : [rule.values]));
  const [first, ...others] = lists;
  const values = first?.filter(
    (tag) =>
      others.every((list) => list.includes(tag)) && types.every((list) => list.some((type) => hasType(tag, type))),
  );
  return { values, types: types[0], isRequired: rules.some(({ isRequired }) => isRequired) };
}

function anyOf(rules: readonly TagRule[]): TagRule {
  return {
    values: rules.every(({ values }) => values !== undefined) ? rules.flatMap(({ values }) => values ?? []) : undefined,
    types: rules.every(({ types }) => types !== undefined) ? rules.flatMap(({ types }) => types ?? []) : undefined,
    isRequired: rules.every(({ isRequired }) => isRequired),
  };
}

function allows({ values, types }: TagRule, tag: Tag): boolean {
  return values === undefined ? types === undefined || types.some((type) => hasType(tag, type)) : values.includes(tag);
}

/** What a key of a mapping stands for, which is always a string: a value that the member allows and that reads the same. */
function tagsNamed(name: string, rule: TagRule): readonly Tag[] {
  const parsed = [name, Number(name), name === "true", null].filter((tag) => String(tag) === name);
  return parsed.filter((tag) => allows(rule, tag));
}
