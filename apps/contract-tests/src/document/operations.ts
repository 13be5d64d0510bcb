import { type operations as generated, operations as table } from "@earmark/annotation-client/operations";
import type { Operation } from "@earmark/http";
import { getHttpOperationsFromSpec } from "@stoplight/prism-http";

/** An operation as Prism reads it from the document, which makes it a second opinion about the generated table. */
export type DocumentOperation = Awaited<ReturnType<typeof getHttpOperationsFromSpec>>[number];

/** Name of a method of the client. */
export type MethodName = keyof typeof generated;

/** One operation from both sides. */
export interface ContractOperation {
  readonly method: MethodName;
  readonly generated: Operation;
  readonly documented: DocumentOperation;
}

/** Every operation of a document, in its order. Throws when the client does not have one. */
export async function readOperations(document: string): Promise<readonly ContractOperation[]> {
  return (await getHttpOperationsFromSpec(document)).map((documented) => {
    const method = methodNames.find((name) => table[name].operationId === documented.iid);
    if (method === undefined) throw new Error(`The client has no method for ${documented.iid}.`);
    return { method, generated: table[method], documented };
  });
}

// Object.keys forgets that the table is a closed object.
const methodNames = Object.keys(table) as MethodName[];
