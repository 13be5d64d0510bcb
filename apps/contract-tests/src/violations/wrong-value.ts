/** A value that breaks one keyword of a schema. */
export interface WrongValue {
  readonly rule: string;
  /** Where in `value` it is broken. */
  readonly path: readonly (string | number)[];
  readonly codes: readonly string[];
  readonly value: unknown;
  /** False when the value becomes a right one on its way through text: there, `7` is a string. */
  readonly survivesText: boolean;
}
