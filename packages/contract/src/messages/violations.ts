import type { ContractOperation } from "../contract/contract.ts";
import { bodyViolations } from "./body-violations.ts";
import { mediaTypeViolations } from "./media-type-violations.ts";
import { parameterViolations } from "./parameter-violations.ts";
import { securityViolations } from "./security-violations.ts";
import { spellingViolations } from "./spelling-violations.ts";
import type { Violation } from "./violation.ts";

/** Every way to break the request side of the document, each on its own. */
export function violations(operations: readonly ContractOperation[]): readonly Violation[] {
  return operations.flatMap((operation) => [
    ...parameterViolations(operation),
    ...bodyViolations(operation),
    ...spellingViolations(operation),
    ...mediaTypeViolations(operation),
    ...securityViolations(operation),
  ]);
}
