import type { ContractOperation } from "../contract/contract.ts";
import type { Resource } from "../contract/resource.ts";

/** A resource with the operations that its methods stand for. */
export interface Subject {
  readonly resource: Resource;
  readonly read: ContractOperation;
  readonly write: ContractOperation;
}

/** Every resource of the contracts that the operations belong to. Throws when the document lacks one of its methods. */
export function subjectsOf(operations: readonly ContractOperation[]): readonly Subject[] {
  const contracts = new Set(operations.map(({ contract }) => contract));
  return [...contracts].flatMap((contract) => {
    const find = (name: string): ContractOperation => {
      const found = operations.find((each) => each.contract === contract && each.method === name);
      if (found === undefined) throw new Error(`The document has no operation for ${name}.`);
      return found;
    };
    return contract.resources.map((resource) => ({ resource, read: find(resource.read), write: find(resource.write) }));
  });
}
