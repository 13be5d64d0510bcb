import { isJsonObject, type Json } from "../../../document/index.ts";
import { isSchema, pascalCase } from "../../../model/index.ts";
import { block, type Lines, literal, member } from "../../source/index.ts";
import type { Emitter, Target } from "../site.ts";

/** Names that every object inherits; reading one of them finds something even when nobody sent it. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Keywords for named properties: Core 10.3.2.1 and Validation 6.5. The value is known to be an object. */
export function emitObject(emit: Emitter, target: Target): Lines {
  return [
    ...emitCount(emit, target),
    ...emitProperties(emit, target),
    ...emitRequired(emit, target),
    ...emitDependencies(emit, target),
  ];
}

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

function emitProperties(emit: Emitter, target: Target): Lines {
  return propertiesOf(target).flatMap(([name, schema]) => {
    const property = target.local(name);
    const label = target.label + pascalCase(name);
    const site = { ...target, value: property, path: [...target.path, literal(name)], evaluated: undefined, label };
    const note = target.evaluated === undefined ? [] : [`${target.evaluated}.properties.add(${literal(name)});`];
    const checks = [...note, ...emit.child(schema, site)];
    if (checks.length === 0) return isRequired(target, name) ? [missing(emit, target, name)] : [];
    const lines = [
      `const ${property} = ${read(emit, target.value, name)};`,
      ...block(`if (${property} !== undefined)`, checks),
    ];
    if (!isRequired(target, name)) return lines;
    return [...lines.slice(0, -1), `} else ${emit.failWhen("", site, "required", "true")}`];
  });
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
  return emit.failWhen(`${read(emit, target.value, name)} === undefined`, site, code, expected, "undefined");
}

/** `dependentRequired` and `dependentSchemas`. */
function emitDependencies(emit: Emitter, target: Target): Lines {
  const { schema, value, validates } = target;
  const present = (name: string): string => `${read(emit, value, name)} !== undefined`;
  const required = validates ? entriesOf(schema.dependentRequired) : [];
  return [
    ...required.flatMap(([name, needed]) => {
      const names = Array.isArray(needed) ? needed.map(String) : [];
      return block(
        `if (${present(name)})`,
        names.map((other) => missing(emit, target, other, "dependentRequired", literal(name))),
      );
    }),
    ...entriesOf(schema.dependentSchemas).flatMap(([name, sub]) =>
      isSchema(sub)
        ? block(
            `if (${present(name)})`,
            emit.inPlace(sub, { ...target, label: `${target.label}With${pascalCase(name)}` }),
          )
        : [],
    ),
  ];
}

function read(emit: Emitter, value: string, name: string): string {
  return INHERITED.has(name) ? `${emit.use("ownValue")}(${value}, ${literal(name)})` : member(value, name);
}

function isRequired(target: Target, name: string): boolean {
  const required = target.schema.required;
  return target.validates && Array.isArray(required) && required.includes(name);
}

function propertiesOf(target: Target): [string, boolean | Record<string, Json>][] {
  return entriesOf(target.schema.properties).filter((entry): entry is [string, boolean | Record<string, Json>] =>
    isSchema(entry[1]),
  );
}

function entriesOf(value: Json | undefined): [string, Json][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}
