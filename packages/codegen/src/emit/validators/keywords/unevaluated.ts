import { isSchema } from "@earmark/openapi";
import { block, type Lines } from "../../source/index.ts";
import type { Emitter, Target } from "../site.ts";

/** `unevaluatedProperties` and `unevaluatedItems`, which come after everything else (Core 11). */
export function emitUnevaluated(emit: Emitter, target: Target, evaluated: string): Lines {
  return [...emitProperties(emit, target, evaluated), ...emitItems(emit, target, evaluated)];
}

function emitProperties(emit: Emitter, target: Target, evaluated: string): Lines {
  const { value, path, label } = target;
  const schema = target.schema.unevaluatedProperties;
  if (!isSchema(schema)) return [];
  const key = target.local("key");
  const item = target.local("member");
  const site = { ...target, value: item, path: [...path, key], evaluated: undefined, label: `${label}Unevaluated` };
  const checks =
    schema === false ? [emit.failWhen("", site, "unevaluatedProperties", "false")] : emit.child(schema, site);
  return block(`if (${emit.use("isObject")}(${value}))`, [
    ...block(`for (const ${key} of Object.keys(${value}))`, [
      `if (${evaluated}.properties.has(${key})) continue;`,
      `${evaluated}.properties.add(${key});`,
      ...(checks.length === 0 ? [] : [`const ${item} = ${value}[${key}];`]),
      ...checks,
    ]),
  ]);
}

function emitItems(emit: Emitter, target: Target, evaluated: string): Lines {
  const { value, path, label } = target;
  const schema = target.schema.unevaluatedItems;
  if (!isSchema(schema)) return [];
  const index = target.local("index");
  const item = target.local("item");
  const site = { ...target, value: item, path: [...path, index], evaluated: undefined, label: `${label}Unevaluated` };
  const checks = schema === false ? [emit.failWhen("", site, "unevaluatedItems", "false")] : emit.child(schema, site);
  return block(`if (Array.isArray(${value}))`, [
    ...block(`for (let ${index} = 0; ${index} < ${value}.length; ${index}++)`, [
      `if (${evaluated}.items.has(${index})) continue;`,
      `${evaluated}.items.add(${index});`,
      ...(checks.length === 0 ? [] : [`const ${item} = ${value}[${index}];`]),
      ...checks,
    ]),
  ]);
}
