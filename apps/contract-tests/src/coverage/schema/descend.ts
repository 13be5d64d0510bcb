import { isObject } from "./json-value.ts";
import type { InstancePath, Outcome } from "./outcome.ts";
import type { SchemaNode } from "./schema-node.ts";

/** Holds a schema against a value of its own: a whole one, or a part. What is undocumented there is known at the end. */
export function descend(node: SchemaNode, value: unknown, at: InstancePath): Outcome {
  const outcome = node.observe(value, at);
  const names = outcome.lists && isObject(value) ? Object.keys(value) : [];
  const unknown = names.filter((name) => !outcome.evaluated.includes(name)).map((name) => [...at, name]);
  return { ...outcome, evaluated: [], lists: false, undocumented: [...outcome.undocumented, ...unknown] };
}
