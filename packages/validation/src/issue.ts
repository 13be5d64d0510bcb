/** A place inside a value: property names and array indices, from the root down. */
export type Path = readonly (string | number)[];

/**
 * One reason why a value does not match its schema.
 *
 * Issues carry the offending value, which may be personal data: log `path` and `code`, not the whole issue.
 */
export interface Issue {
  /** Where, from the root of the value. Empty for the value itself. */
  readonly path: Path;
  /** The JSON Schema keyword that failed (`type`, `enum`, `maxLength`, …), or `depth` for a value nested too deeply to check. */
  readonly code: string;
  /** One sentence without the path: what is expected and what was received. */
  readonly message: string;
  /** The keyword's value: a type name, the allowed values, a limit, a pattern. */
  readonly expected: unknown;
  /** What was received; `undefined` for a missing property. */
  readonly value: unknown;
  /**
   * For `anyOf` and `oneOf`: what each alternative says, the closest to the value first; an empty list for one that matches.
   * Where there is no more room for issues, the farthest are empty, too.
   */
  readonly branches?: readonly (readonly Issue[])[];
}
