import type { Options } from "ajv";

/** Ajv's two ways: every issue, or an answer at the first. Strictness about how a schema is written is the linter's. */
export function ajvOptions(allErrors: boolean): Options {
  return { allErrors, strict: false };
}
