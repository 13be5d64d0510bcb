import type { Case, ContractOperation, Target } from "@earmark/contract";
import { bodyCases } from "./body-cases.ts";
import { credentialCases } from "./credential-cases.ts";
import { operationCases } from "./operation-cases.ts";
import { orderCases } from "./order-cases.ts";
import { pathCases } from "./path-cases.ts";

/**
 * What holds for every server of a document, whatever it is about: HTTP (RFC 9110), and the way in which this provider
 * refuses, authenticates and counts its requests. Prism is no such server: it answers with what the document has.
 */
export function protocolCases(operations: readonly ContractOperation[]): readonly Case<Target>[] {
  const paths = Map.groupBy(operations, ({ generated }) => generated.path);
  return [
    ...[...paths].flatMap(([path, here]) => pathCases(path, here)),
    ...operations.flatMap((operation) => [
      ...operationCases(operation),
      ...credentialCases(operation),
      ...bodyCases(operation),
      ...orderCases(operation),
    ]),
  ];
}
