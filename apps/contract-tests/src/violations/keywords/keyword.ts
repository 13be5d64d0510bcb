import type { JsonSchema } from "@earmark/validation";
import type { Resolve } from "../resolve.ts";
import type { WrongValue } from "../wrong-value.ts";

/** A place in a schema, and what a keyword needs to know about it. */
export interface Site<Value> {
  readonly schema: JsonSchema;
  /** A value that matches, where the document gives one. */
  readonly example: unknown;
  /** A value that matches. */
  readonly right: () => unknown;
  readonly resolve: Resolve;
  readonly walk: (schema: JsonSchema, example?: unknown) => readonly Value[];
}

/** Values that break one keyword. */
export type Keyword = (site: Site<WrongValue>) => readonly WrongValue[];

/** A value that breaks a keyword as a whole, in JSON and in text. */
export function wrong(rule: string, value: unknown): WrongValue {
  return { rule, path: [], codes: [rule], value, survivesText: true };
}
