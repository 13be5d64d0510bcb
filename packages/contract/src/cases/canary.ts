import { expect } from "vitest";
import type { Case, ContractOperation } from "../contract/contract.ts";
import { openCompiler, prismSchemas } from "../prism/prism-schemas.ts";

/** Prism accepts everything where a schema does not compile. Without these, every other case could hold for nothing. */
export function canaryCases(operations: readonly ContractOperation[]): readonly Case[] {
  const problemOf = openCompiler();
  return operations
    .flatMap(({ documented }) => prismSchemas(documented))
    .map((schema) => ({
      name: `Prism can compile the schema of ${schema.name}`,
      check: () => expect(problemOf(schema)).toBeUndefined(),
    }));
}
