// The public surface. What only emitted code needs is in `runtime.ts`, so that callers do not build on it by accident.
export type { Check, Scope } from "./check.ts";
export type { Issue, Path } from "./issue.ts";
export type { JsonSchema } from "./json-schema.ts";
export type { StandardSchemaV1 } from "./standard-schema.ts";
export { ValidationError } from "./validation-error.ts";
export type { EnumValidator, Result, Validator } from "./validator.ts";
