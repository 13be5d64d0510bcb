import type { Operation } from "@earmark/http";
// Not the package's entry, which loads half a second's worth of generators of random data.
import { getHttpOperationsFromSpec } from "@stoplight/prism-http/dist/utils/operations.js";
import type { Contract } from "../contract/contract.ts";
import { contracts } from "../contracts/index.ts";
import { documentFile } from "./document-file.ts";

/** An operation as Prism reads it from the document, which makes it a second opinion about the generated table. */
export type DocumentOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** One operation from both sides. */
export interface ContractOperation {
  readonly contract: Contract;
  /** Name of the client's method. */
  readonly method: string;
  readonly generated: Operation;
  readonly documented: DocumentOperation;
}

/** Every operation of every document. */
export async function readOperations(): Promise<readonly ContractOperation[]> {
  return (await Promise.all(contracts.map((contract) => operationsOf(contract)))).flat();
}

/**
 * Every operation of one document, in its order. Throws when the client does not have one.
 *
 * @param document what stands in for the document that the contract was generated from; must not be shared, since
 * Prism resolves its references in place.
 */
export async function operationsOf(
  contract: Contract,
  document: string | object = documentFile(contract),
): Promise<readonly ContractOperation[]> {
  return (await getHttpOperationsFromSpec(document)).map((documented) => {
    const found = Object.entries(contract.operations).find(([, { operationId }]) => operationId === documented.iid);
    if (found === undefined) throw new Error(`The client has no method for ${documented.iid}.`);
    const [method, generated] = found;
    return { contract, method, generated, documented };
  });
}
