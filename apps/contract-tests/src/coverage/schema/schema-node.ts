import type { Point } from "../points/point.ts";
import { isObject } from "./json-value.ts";
import type { InstancePath, Outcome } from "./outcome.ts";

/** A part of a schema, ready to be held against values. */
export interface SchemaNode {
  /** Every point of it and of all that is below it. */
  readonly points: readonly Point[];
  observe(value: unknown, at: InstancePath): Outcome;
}

/** A keyword at its place. */
export interface Rule extends Omit<SchemaNode, "observe"> {
  /** `evaluated`: what the other keywords of the same schema had something to say about. */
  observe(value: unknown, at: InstancePath, evaluated: Outcome["evaluated"]): Outcome;
  /** True for `unevaluated…`, which comes after all others. */
  readonly late?: boolean;
}

/** Holds a schema against a value of its own: a whole one, or a part. What is undocumented there is known at the end. */
export function descend(node: SchemaNode, value: unknown, at: InstancePath): Outcome {
  const outcome = node.observe(value, at);
  const names = outcome.lists && isObject(value) ? Object.keys(value) : [];
  const unknown = names.filter((name) => !outcome.evaluated.includes(name)).map((name) => [...at, name]);
  return { ...outcome, evaluated: [], lists: false, undocumented: [...outcome.undocumented, ...unknown] };
}
