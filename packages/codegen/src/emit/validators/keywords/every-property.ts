import { isJsonObject, isSchema, type Schema } from "@earmark/openapi";
import { block, inline, type Lines, literal } from "../../source.ts";
import type { Emitter, KeywordEmitters, Site, Target } from "../site.ts";

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
