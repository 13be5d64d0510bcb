import { isJsonObject, isSchema, type Json, pascalCase, type Schema } from "@earmark/openapi";
import { block, ifElse, indented, inline, type Lines, literal, member, propertyKey } from "../../source.ts";
import type { Emitter, KeywordEmitters, Site, Target } from "../site.ts";

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
  return [
    `const ${count} = Object.keys(${value}).length;`,
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
    const note = target.evaluated === undefined ? [] : [`${target.evaluated}.properties.add(${literal(name)});`];
    const whenPresent = [...note, ...emit.child(schema, site)];
    const otherwise = required.includes(name) ? [emit.failWhen("", site, "required", "true")] : [];
    if (whenPresent.length > 0 || otherwise.length > 0) read.push({ name, local });
    return ifElse(`${local} !== undefined`, whenPresent, otherwise);
  });
  return [...destructured(emit, target.value, read), ...checks];
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

function readProperty(emit: Emitter, value: string, name: string): string {
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

/** Above this, a set is faster than a chain of comparisons. */
const SHORT = 16;

/** Keywords that look at every property that is there (Core 10.3.2). */
export const everyPropertyKeywords: KeywordEmitters = {
  patternProperties: emitEveryProperty,
  additionalProperties: emitEveryProperty,
  propertyNames: emitEveryProperty,
};

function emitEveryProperty(emit: Emitter, target: Target): Lines {
  const { schema, evaluated } = target;
  const patterns = isJsonObject(schema.patternProperties) ? Object.entries(schema.patternProperties) : [];
  const additional = isSchema(schema.additionalProperties) ? schema.additionalProperties : undefined;
  const names = isSchema(schema.propertyNames) ? schema.propertyNames : undefined;
  if (patterns.length === 0 && additional === undefined && names === undefined) return [];
  const key = target.local("key");
  const item = target.local("member");
  const site = {
    ...target,
    value: item,
    path: [...target.path, key],
    evaluated: undefined,
    label: `${target.label}Member`,
  };
  const note = evaluated === undefined ? [] : [`${evaluated}.properties.add(${key});`];

  const rest = additional === undefined ? [] : [...note, ...emitAdditional(emit, site, additional)];
  const known = target.local("known");
  const matched = rest.length > 0 && patterns.length > 0 ? [`${known} = true;`] : [];
  const byPattern = patterns.flatMap(([source, sub]) =>
    block(`if (${emit.pattern(source, `${target.label}KeyPattern`)}.test(${key}))`, [
      ...matched,
      ...note,
      ...(isSchema(sub) ? emit.child(sub, site) : []),
    ]),
  );
  const isListed = rest.length === 0 ? undefined : listed(emit, target, key);
  const isUnknown = matched.length > 0 ? `!${known}` : isListed === undefined ? undefined : `!${isListed}`;
  const lines = [
    ...(names === undefined ? [] : emitName(emit, target, names, key)),
    ...(byPattern.some(usesItem) || rest.some(usesItem) ? [`const ${item} = ${target.value}[${key}];`] : []),
    ...(matched.length > 0 ? [`let ${known} = ${isListed ?? "false"};`] : []),
    ...byPattern,
    ...(isUnknown === undefined ? rest : block(`if (${isUnknown})`, rest)),
  ];
  return block(`for (const ${key} of Object.keys(${target.value}))`, lines);

  function usesItem(line: string): boolean {
    return line.includes(item);
  }
}

function emitAdditional(emit: Emitter, site: Site, additional: Schema): Lines {
  if (additional !== false) return emit.child(additional, site);
  return [emit.failWhen("", site, "additionalProperties", "false")];
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

/** Expression: the key is one of `properties`; undefined when there are none. */
function listed(emit: Emitter, target: Target, key: string): string | undefined {
  const properties = target.schema.properties;
  const names = isJsonObject(properties) ? Object.keys(properties) : [];
  if (names.length === 0) return undefined;
  const list = emit.constant(inline(names), `${target.label}Properties`);
  if (names.length <= SHORT) return `${list}.includes(${key})`;
  return `${emit.constant(`/* @__PURE__ */ new Set(${list})`, `${target.label}PropertySet`)}.has(${key})`;
}
