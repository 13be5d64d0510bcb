import type { Issue } from "./issue.ts";

/**
 * The interface by which frameworks (tRPC, Hono, TanStack Form, …) accept any validation library.
 *
 * @see https://standardschema.dev/schema
 */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (
      value: unknown,
    ) => { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}
