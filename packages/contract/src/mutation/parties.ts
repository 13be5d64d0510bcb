import { createSandbox } from "@earmark/sandbox";
import type { Contract, ContractOperation } from "../contract/contract.ts";
import type { MakeSandbox } from "../contract/sandbox.ts";
import type { Target } from "../contract/target.ts";
import { operationsOf, readDocument } from "../document/operations.ts";
import { servePrism } from "../prism/serve-prism.ts";
import { recorded } from "../targets/recorded.ts";

/** What is agreed: a document, and what was generated from it, or should have been. */
export interface Agreed {
  readonly contract: Contract;
  readonly document: object;
  readonly operations: readonly ContractOperation[];
}

/** Who must keep to it, in this process, so that any of them can be exchanged for somebody faulty. */
export interface Parties {
  readonly mock: Target;
  readonly proxy: Target;
  readonly sandbox: Target;
  /** Makes sandboxes with options. */
  readonly make: MakeSandbox;
}

/** @param document what takes the place of the document. The generated code stays as it is. */
export async function agree(contract: Contract, document?: object): Promise<Agreed> {
  const agreed = document ?? (await readDocument(contract));
  // Prism resolves references in place.
  return { contract, document: agreed, operations: await operationsOf(contract, structuredClone(agreed)) };
}

export function gather(operations: readonly ContractOperation[], make: MakeSandbox = createSandbox): Parties {
  const sandbox = make();
  return {
    mock: recorded(servePrism(operations)),
    proxy: recorded(servePrism(operations, sandbox.fetch)),
    sandbox: recorded(sandbox.fetch),
    make,
  };
}
