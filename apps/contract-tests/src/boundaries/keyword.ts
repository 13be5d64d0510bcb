import type { Site as AnySite } from "../violations/keywords/keyword.ts";
import type { RightValue } from "./right-value.ts";

export interface Site extends AnySite<RightValue> {
  /** Several properties of an object may be at a boundary at once. */
  readonly together: boolean;
}

/** Values at the boundary of one keyword. */
export type Keyword = (site: Site) => readonly RightValue[];

/** A value that is at a boundary as a whole. */
export function at(rule: string, ...values: readonly unknown[]): readonly RightValue[] {
  return values.map((value) => ({ rule, path: [], value }));
}
