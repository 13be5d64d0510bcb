import { randomUUID } from "node:crypto";
import { fillTemplate } from "@earmark/http";
import type { ContractOperation, Identity, Resource } from "../contract/contract.ts";

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

/** The 32 digits of an account that no test has used yet, so that tests share a server and nothing else. */
export function freshDigits(): string {
  return randomUUID().replaceAll("-", "");
}

/** The resource at certain parameters of an operation. */
export function identityOf(
  { generated }: ContractOperation,
  accountSid: string,
  parameters: Readonly<Record<string, unknown>>,
  origin: string,
): Identity {
  const path = fillTemplate(generated.path, (name) => String(parameters[name]));
  return { accountSid, parameters, url: origin + path };
}
