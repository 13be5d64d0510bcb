import type { Issue } from "./issue.ts";
import type { StandardSchemaV1 } from "./standard-schema.ts";

/** What {@link Validator.safeParse} returns. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks values against one schema. Never changes or copies a value, never coerces.
 *
 * @example
 * const result = Annotation.safeParse(await response.json());
 * if (!result.ok) console.warn(result.issues.map((issue) => issue.path.join("/")));
 */
export interface Validator<T> extends StandardSchemaV1<T> {
  /** True when the value matches. Allocates nothing. */
  is(value: unknown): value is T;
  /** The value itself, typed; throws {@link ValidationError} with every issue otherwise. */
  parse(value: unknown): T;
  safeParse(value: unknown): Result<T>;
  /**
   * Every reason why the value does not match, at most 100; empty when it does. Those of the alternatives of a union count
   * as well, the closest alternative first.
   */
  issues(value: unknown): readonly Issue[];
}

/** A validator of an enumeration, which also knows the values that the document lists. */
export interface EnumValidator<T, Known extends T> extends Validator<T> {
  /** The values of the document, in its order, without `null`. */
  readonly values: readonly Known[];
  /**
   * True for a value that the document lists. Narrows an open enumeration to its known values, which `===` does not.
   *
   * @example
   * if (AnsweredBy.isKnown(answeredBy)) { switch (answeredBy) { … } } // exhaustive
   */
  isKnown(value: unknown): value is Known;
}
