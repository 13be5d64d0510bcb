import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import type { Contract, ContractOperation } from "../contract/contract.ts";
import { prism } from "./prism.ts";

/** Every operation of every document. */
export async function readOperations(contracts: readonly Contract[]): Promise<readonly ContractOperation[]> {
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
  document: string | object = contract.document,
): Promise<readonly ContractOperation[]> {
  const { getHttpOperationsFromSpec } = prism("prism-http/dist/utils/operations.js");
  return (await getHttpOperationsFromSpec(document)).map((documented) => {
    const found = Object.entries(contract.operations).find(([, { operationId }]) => operationId === documented.iid);
    if (found === undefined) throw new Error(`The client has no method for ${documented.iid}.`);
    const [method, generated] = found;
    return { contract, method, generated, documented };
  });
}

/**
 * The document of a contract as it is written, references and all; a new object each time. References to other files
 * are absolute, because an object is nowhere.
 */
export async function readDocument({ document: file }: Contract): Promise<object> {
  return JSON.parse(JSON.stringify(parse(await readFile(file, "utf8"))), (key, value) =>
    key === "$ref" && !String(value).startsWith("#") ? join(dirname(file), value) : value,
  );
}
