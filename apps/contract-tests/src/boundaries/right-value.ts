/** A value that is only just allowed by one keyword of a schema. */
export interface RightValue {
  readonly rule: string;
  /** Where in `value` it is. */
  readonly path: readonly (string | number)[];
  readonly value: unknown;
}
