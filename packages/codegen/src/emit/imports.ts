import type { ValidatorImports } from "./validators/index.ts";

/** Module specifiers that generated files import from. */
export interface Imports extends ValidatorImports {
  readonly http: string;
  /** The module of types, and that of bare checks. */
  readonly types: string;
  readonly checks: string;
}
