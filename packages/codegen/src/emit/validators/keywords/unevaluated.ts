import { isSchema } from "@earmark/openapi";
import { block, type Lines } from "../../source.ts";
import type { Emitter, KeywordEmitters, Target } from "../site.ts";

/** Keywords that come after everything else (Core 11), which has filled the set of what is evaluated. */
export const unevaluatedKeywords: KeywordEmitters = {
  unevaluatedProperties: emitProperties,
  unevaluatedItems: emitItems,
};

function emitProperties(emit: Emitter, target: Target): Lines {
  const { value, path, label, evaluated } = target;
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

function emitItems(emit: Emitter, target: Target): Lines {
  const { value, path, label, evaluated } = target;
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
