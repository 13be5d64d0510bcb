import { createSandbox } from "@earmark/sandbox";
import type { Contract, ContractOperation, MakeSandbox, Target } from "../contract/contract.ts";
import { operationsOf, readDocument } from "../document/operations.ts";
import { servePrism } from "../prism/serve-prism.ts";
import { recorded } from "../targets/recorded.ts";

/** A document as it was read, and what was generated from it, or should have been. */
export interface ReadContract {
  readonly contract: Contract;
  readonly document: object;
  readonly operations: readonly ContractOperation[];
}

/** The servers under contract, in this process, so that any of them can be exchanged for a faulty one. */
export interface InProcessServers {
  readonly mock: Target;
  readonly proxy: Target;
  readonly sandbox: Target;
  /** Makes sandboxes with options. */
  readonly make: MakeSandbox;
}

/** @param document what takes the place of the document. The generated code stays as it is. */
export async function readContract(contract: Contract, document?: object): Promise<ReadContract> {
  const read = document ?? (await readDocument(contract));
  // Prism resolves references in place.
  return { contract, document: read, operations: await operationsOf(contract, structuredClone(read)) };
}

export function serveInProcess(
  operations: readonly ContractOperation[],
  make: MakeSandbox = createSandbox,
): InProcessServers {
  const sandbox = make();
  return {
    mock: recorded(servePrism(operations)),
    proxy: recorded(servePrism(operations, sandbox.fetch)),
    sandbox: recorded(sandbox.fetch),
    make,
  };
}
