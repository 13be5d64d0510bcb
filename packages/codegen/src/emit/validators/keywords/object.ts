import { isJsonObject, isSchema, type Json, pascalCase, type Schema, typesOf } from "@earmark/openapi";
import { block, ifElse, indented, inline, type Lines, literal, member, propertyKey } from "../../source.ts";
import { type Emitter, type KeywordEmitters, pathOf, type Site, type Target } from "../site.ts";
import { isNotOfTypes, isOfType } from "./type.ts";

/** Names that every object inherits; reading one of them finds something even where the value has none. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Keywords for named properties: Core 10.3.2.1 and Validation 6.5. The value is known to be an object. */
export const objectKeywords: KeywordEmitters = {
  minProperties: emitCount,
  maxProperties: emitCount,
  properties: emitProperties,
  required: emitRequired,
  dependentRequired: emitDependentRequired,
  dependentSchemas: emitDependentSchemas,
};

function emitCount(emit: Emitter, target: Target): Lines {
  const { schema, value, validates } = target;
  const { minProperties, maxProperties } = schema;
  if (!validates || (minProperties === undefined && maxProperties === undefined)) return [];
  const count = target.local("count");
  const key = target.local("key");
  return [
    `let ${count} = 0;`,
    `for (const ${key} in ${value}) if (${emit.use("isOwn")}(${value}, ${key})) ${count}++;`,
    ...(typeof minProperties === "number"
      ? [emit.failWhen(`${count} < ${minProperties}`, target, "minProperties", literal(minProperties))]
      : []),
    ...(typeof maxProperties === "number"
      ? [emit.failWhen(`${count} > ${maxProperties}`, target, "maxProperties", literal(maxProperties))]
      : []),
  ];
}

/** Reads all described properties at once, then checks those that are there. */
function emitProperties(emit: Emitter, target: Target): Lines {
  const required = target.validates && Array.isArray(target.schema.required) ? target.schema.required : [];
  const read: { readonly name: string; readonly local: string }[] = [];
  const checks = propertiesOf(target).flatMap(([name, schema]) => {
    const local = target.local(name);
    const label = target.label + pascalCase(name);
    const site = { ...target, value: local, path: [...target.path, literal(name)], evaluated: undefined, label };
    const leaf = target.evaluated === undefined ? emit.leaf(schema, site, required.includes(name)) : undefined;
    if (leaf !== undefined) {
      read.push({ name, local });
      const call = `!${leaf}(${local}, issues, ${pathOf(target)}, ${literal(name)})`;
      return [`if (${required.includes(name) ? call : `${local} !== undefined && ${call}`}) return false;`];
    }
    const note = target.evaluated === undefined ? [] : [`${target.evaluated}.properties.add(${literal(name)});`];
    const whenPresent = [...note, ...emit.child(schema, site)];
    const otherwise = required.includes(name) ? [emit.failWhen("", site, "required", "true")] : [];
    if (whenPresent.length > 0 || otherwise.length > 0) read.push({ name, local });
    const merged = otherwise.length === 0 ? undefined : typeOrMissing(emit, schema, local, whenPresent);
    return merged ?? ifElse(`${local} !== undefined`, whenPresent, otherwise);
  });
  return [...destructured(emit, target.value, read), ...checks];
}

const FAILURE = /^(?:if|\} else if) \((?:.* && )?(report\(.*\))\) return false;$/;

/**
 * The checks of a property that has one type, with one test of that, which a property that is missing does not pass
 * either; undefined for another property.
 */
export function typeOrMissing(emit: Emitter, schema: Schema, local: string, checks: Lines): Lines | undefined {
  const [type = "null", ...others] = isJsonObject(schema) ? typesOf(schema) : [];
  const [first = "", last = first] = [checks[0], checks.at(-1)];
  const [, ofType] = FAILURE.exec(last) ?? [];
  const isWhole = checks.slice(1, -1).every((line) => line.startsWith(" "));
  // A value that is not there is none of those that are listed.
  const isListed = isJsonObject(schema) && (schema.const !== undefined || schema.enum !== undefined);
  if (isListed && checks.length === 1 && ofType !== undefined) return [reportingMissing(emit, last, ofType)];
  const start =
    checks.length > 1 ? `if (${isOfType(emit, local, type)}) {` : `if (${isNotOfTypes(emit, local, [type])} && report(`;
  if (type === "null" || others.length > 0 || ofType === undefined || !isWhole || !first.startsWith(start))
    return undefined;
  return [...checks.slice(0, -1), reportingMissing(emit, last, ofType)];
}

function reportingMissing(emit: Emitter, line: string, report: string): string {
  return line.replace(report, () => report.replace("report", emit.use("reportMember")));
}

/** `const { a, other: b } = value;`, over several lines where it is long. */
function destructured(emit: Emitter, value: string, read: readonly { name: string; local: string }[]): Lines {
  const inherited = read.filter(({ name }) => INHERITED.has(name));
  const own = read.filter(({ name }) => !INHERITED.has(name));
  const parts = own.map(({ name, local }) => (name === local ? name : `${propertyKey(name)}: ${local}`));
  const line = `const { ${parts.join(", ")} } = ${value};`;
  return [
    ...(parts.length === 0
      ? []
      : line.length <= 100
        ? [line]
        : ["const {", ...indented(parts.map((part) => `${part},`)), `} = ${value};`]),
    ...inherited.map(({ name, local }) => `const ${local} = ${readProperty(emit, value, name)};`),
  ];
}

/** Required properties that `properties` does not describe. */
function emitRequired(emit: Emitter, target: Target): Lines {
  const { required } = target.schema;
  if (!target.validates || !Array.isArray(required)) return [];
  const described = new Set(propertiesOf(target).map(([name]) => name));
  return [...new Set(required.map(String))]
    .filter((name) => !described.has(name))
    .map((name) => missing(emit, target, name));
}

function missing(emit: Emitter, target: Target, name: string, code = "required", expected = "true"): string {
  const site = { ...target, path: [...target.path, literal(name)] };
  return emit.failWhen(`${readProperty(emit, target.value, name)} === undefined`, site, code, expected, "undefined");
}

function emitDependentRequired(emit: Emitter, target: Target): Lines {
  if (!target.validates) return [];
  return entriesOf(target.schema.dependentRequired).flatMap(([name, needed]) => {
    const names = Array.isArray(needed) ? needed.map(String) : [];
    return block(
      `if (${readProperty(emit, target.value, name)} !== undefined)`,
      names.map((other) => missing(emit, target, other, "dependentRequired", literal(name))),
    );
  });
}

function emitDependentSchemas(emit: Emitter, target: Target): Lines {
  return entriesOf(target.schema.dependentSchemas).flatMap(([name, sub]) => {
    const condition = `if (${readProperty(emit, target.value, name)} !== undefined)`;
    const site = { ...target, label: `${target.label}With${pascalCase(name)}` };
    return isSchema(sub) ? block(condition, emit.inPlace(sub, site)) : [];
  });
}

/** Expression: a property of an object; of the names that every object inherits, its own alone. */
export function readProperty(emit: Emitter, value: string, name: string): string {
  return INHERITED.has(name) ? `${emit.use("ownValue")}(${value}, ${literal(name)})` : member(value, name);
}

function propertiesOf(target: Target): [string, boolean | Record<string, Json>][] {
  return entriesOf(target.schema.properties).filter((entry): entry is [string, boolean | Record<string, Json>] =>
    isSchema(entry[1]),
  );
}

function entriesOf(value: Json | undefined): [string, Json][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

/** Keywords that look at every property that is there (Core 10.3.2). */
export const everyPropertyKeywords: KeywordEmitters = {
  patternProperties: emitEveryProperty,
  additionalProperties: emitEveryProperty,
  propertyNames: emitEveryProperty,
};

function emitEveryProperty(emit: Emitter, target: Target): Lines {
  const { patternProperties, additionalProperties, propertyNames } = target.schema;
  return emitLoop(emit, target, {
    names: propertiesOf(target).map(([name]) => name),
    patterns: entriesOf(patternProperties),
    others: additionalProperties,
    keyword: "additionalProperties",
    everyName: propertyNames,
  });
}

/**
 * `unevaluatedProperties` where the properties that are evaluated are known without looking at a value: by `properties`
 * and `patternProperties` of the schema and of what it consists of by `$ref` and `allOf`. Undefined where they are not.
 */
export function emitUnevaluated(emit: Emitter, target: Target): Lines | undefined {
  const parts = emit.registry.partsOf([target]);
  if (parts.some(({ schema }) => UNPREDICTABLE.some((keyword) => schema[keyword] !== undefined))) return undefined;
  const evaluatesAll = parts.some(
    ({ schema }) =>
      schema.additionalProperties !== undefined ||
      (schema !== target.schema && schema.unevaluatedProperties !== undefined),
  );
  const lines = evaluatesAll
    ? []
    : emitLoop(emit, target, {
        names: [...new Set(parts.flatMap(({ schema }) => entriesOf(schema.properties).map(([name]) => name)))],
        patterns: parts.flatMap(({ schema }) =>
          entriesOf(schema.patternProperties).map(([source]): [string, Json] => [source, true]),
        ),
        others: target.schema.unevaluatedProperties,
        keyword: "unevaluatedProperties",
        everyName: undefined,
      });
  return block(`if (${emit.use("isObject")}(${target.value}))`, lines);
}

/** What evaluates properties of some values and not of others. */
const UNPREDICTABLE = ["anyOf", "oneOf", "if", "dependentSchemas", "$dynamicRef", "unevaluatedItems"];

interface EveryProperty {
  readonly names: readonly string[];
  /** Schemas by pattern. */
  readonly patterns: readonly (readonly [string, Json])[];
  /** The schema of properties that are neither among the names nor match a pattern. */
  readonly others: Json | undefined;
  /** The keyword that has it. */
  readonly keyword: "additionalProperties" | "unevaluatedProperties";
  /** The schema of each name. */
  readonly everyName: Json | undefined;
}

/**
 * A loop over the properties of the object itself. `for in` is several times as fast as `Object.keys` and allocates
 * nothing, but has inherited properties, too.
 */
function emitLoop(
  emit: Emitter,
  target: Target,
  { names, patterns, others, keyword, everyName }: EveryProperty,
): Lines {
  const { value, evaluated } = target;
  const key = target.local("key");
  const item = target.local("member");
  const site = {
    ...target,
    value: item,
    path: [...target.path, key],
    evaluated: undefined,
    label: `${target.label}${keyword === "additionalProperties" ? "Member" : "Unevaluated"}`,
  };
  const note = evaluated === undefined ? [] : [`${evaluated}.properties.add(${key});`];
  const rest = isSchema(others) ? [...note, ...emitOther(emit, site, others, `${value}[${key}]`, keyword)] : [];
  const isKnown = target.local("known");
  const matched = rest.length > 0 && patterns.length > 0 ? [`${isKnown} = true;`] : [];
  const byPattern = patterns.flatMap(([source, sub]) =>
    block(`if (${emit.pattern(source, `${target.label}KeyPattern`)}.test(${key}))`, [
      ...matched,
      ...note,
      ...(isSchema(sub) ? emit.child(sub, site) : []),
    ]),
  );
  const forName = isSchema(everyName) ? emitName(emit, target, everyName, key) : [];
  // Few properties of a closed object are unknown, so that those alone are looked up.
  const isClosed = others === false && byPattern.length + forName.length + note.length === 0;
  const differs = rest.length === 0 || names.length === 0 ? [] : [isNoneOf(emit, target, names, key)];
  const isUnknown = matched.length > 0 ? [`!${isKnown}`] : differs;
  const conditions = isClosed ? [...isUnknown, `Object.keys(${value}).includes(${key})`] : isUnknown;
  const lines = [
    ...forName,
    ...([...byPattern, ...rest].some((line) => line.includes(item)) ? [`const ${item} = ${value}[${key}];`] : []),
    ...(matched.length > 0 ? [`let ${isKnown} = ${differs.length === 0 ? "false" : `!(${differs[0]})`};`] : []),
    ...byPattern,
    ...(conditions.length === 0 ? rest : block(`if (${conditions.join(" && ")})`, rest)),
  ];
  if (lines.length === 0) return [];
  const own = isClosed ? [] : [`if (!${emit.use("isOwn")}(${value}, ${key})) continue;`];
  const loop = block(`for (const ${key} in ${value})`, [...own, ...lines]);
  const known = isClosed ? countOfNames(emit, target, names) : undefined;
  if (known === undefined) return loop;
  // To count properties takes half the time of comparing their names. An instance of another class may inherit some of
  // the known ones, so that the numbers mean nothing.
  const more = target.local("more");
  return [
    `let ${more} = -${known};`,
    `for (const ${key} in ${value}) ${more}++;`,
    ...block(`if (issues || ${more} !== 0 || ${value}.constructor !== Object)`, [
      // With more properties than there are names, one of them is unknown, whichever that is.
      `if (!issues && Object.keys(${value}).length > ${names.length}) return false;`,
      ...loop,
    ]),
  ];
}

/**
 * Expression: how many of the names an object has that has passed all checks so far. Undefined where most of them are
 * optional, so that comparing is as fast.
 */
function countOfNames(emit: Emitter, target: Target, names: readonly string[]): string | undefined {
  const required = target.validates && Array.isArray(target.schema.required) ? target.schema.required : [];
  const optional = names.filter((name) => !required.includes(name));
  if (optional.length * 2 > names.length || names.length === 0) return undefined;
  const present = optional.map((name) => `(${readProperty(emit, target.value, name)} !== undefined)`);
  return [names.length - optional.length, ...present].join(" - ");
}

function emitOther(emit: Emitter, site: Site, schema: Schema, member: string, keyword: string): Lines {
  return schema === false ? [emit.failWhen("", site, keyword, "false", member)] : emit.child(schema, site);
}

function emitName(emit: Emitter, target: Target, names: Schema, key: string): Lines {
  const site = {
    ...target,
    value: key,
    path: [...target.path, key],
    evaluated: undefined,
    label: `${target.label}Name`,
  };
  const test = emit.matches(names, site);
  return test === "true" ? [] : [emit.failWhen(`!(${test})`, site, "propertyNames", literal(names))];
}

/** Above this, a set is faster than a chain of comparisons. */
const SHORT = 32;

/** Expression: the key is none of the names. */
function isNoneOf(emit: Emitter, target: Target, names: readonly string[], key: string): string {
  if (names.length <= SHORT) return names.map((name) => `${key} !== ${literal(name)}`).join(" && ");
  return `!${emit.constant(`/* @__PURE__ */ new Set(${inline(names)})`, `${target.label}Properties`)}.has(${key})`;
}
