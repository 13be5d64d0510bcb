import { isSchema } from "@earmark/openapi";
import { block, indented, type Lines, literal } from "../../source.ts";
import type { Emitter, KeywordEmitters, Target } from "../site.ts";
import { limit } from "./scalar.ts";

/** Keywords for arrays: Core 10.3.1 and Validation 6.4. The value is known to be an array. */
export const arrayKeywords: KeywordEmitters = {
  minItems: limit("minItems", (value, least) => `${value}.length < ${least}`, 0),
  maxItems: limit("maxItems", (value, most) => `${value}.length > ${most}`),
  prefixItems: emitPrefixItems,
  items: emitItems,
  contains: emitContains,
  minContains: emitContains,
  maxContains: emitContains,
  uniqueItems: emitUnique,
};

function emitPrefixItems(emit: Emitter, target: Target): Lines {
  const prefix = target.schema.prefixItems;
  if (!Array.isArray(prefix)) return [];
  return prefix.filter(isSchema).flatMap((schema, index) => {
    const item = target.local("item");
    const checks = emit.child(schema, {
      ...target,
      value: item,
      path: [...target.path, String(index)],
      evaluated: undefined,
      label: `${target.label}Item${index + 1}`,
    });
    const note = target.evaluated === undefined ? [] : [`${target.evaluated}.items.add(${index});`];
    const read = checks.length === 0 ? [] : [`const ${item} = ${target.value}[${index}];`];
    return block(`if (${target.value}.length > ${index})`, [...read, ...checks, ...note]);
  });
}

function emitItems(emit: Emitter, target: Target): Lines {
  const { schema, value, evaluated } = target;
  const items = schema.items;
  if (!isSchema(items)) return [];
  const start = Array.isArray(schema.prefixItems) ? schema.prefixItems.length : 0;
  if (items === false) return [emit.failWhen(`${value}.length > ${start}`, target, "maxItems", literal(start))];
  const index = target.local("index");
  const item = target.local("item");
  const checks = emit.child(items, {
    ...target,
    value: item,
    path: [...target.path, index],
    evaluated: undefined,
    label: `${target.label}Item`,
  });
  const note = evaluated === undefined ? [] : [`${evaluated}.items.add(${index});`];
  const read = checks.length === 0 ? [] : [`const ${item} = ${value}[${index}];`];
  return block(`for (let ${index} = ${start}; ${index} < ${value}.length; ${index}++)`, [...read, ...checks, ...note]);
}

function emitContains(emit: Emitter, target: Target): Lines {
  const { schema, value, evaluated, validates } = target;
  const contained = schema.contains;
  if (!isSchema(contained)) return [];
  const minimum = validates && typeof schema.minContains === "number" ? schema.minContains : 1;
  const maximum = validates && typeof schema.maxContains === "number" ? schema.maxContains : undefined;
  const count = target.local("containing");
  const index = target.local("index");
  const test = emit.matches(contained, {
    ...target,
    value: `${value}[${index}]`,
    evaluated: undefined,
    label: `${target.label}Contains`,
  });
  const note = evaluated === undefined ? [] : [`${evaluated}.items.add(${index});`];
  return [
    `let ${count} = 0;`,
    `for (let ${index} = 0; ${index} < ${value}.length; ${index}++) {`,
    ...indented(block(`if (${test})`, [`${count}++;`, ...note])),
    "}",
    ...(minimum > 0 ? [emit.failWhen(`${count} < ${minimum}`, target, "contains", literal(minimum))] : []),
    ...(maximum === undefined ? [] : [emit.failWhen(`${count} > ${maximum}`, target, "maxContains", literal(maximum))]),
  ];
}

function emitUnique(emit: Emitter, target: Target): Lines {
  if (!target.validates || target.schema.uniqueItems !== true) return [];
  return [emit.failWhen(`!${emit.use("allUnique")}(${target.value})`, target, "uniqueItems", "true")];
}
