import type { Point } from "../points/point.ts";
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
