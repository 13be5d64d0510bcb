import type { ContractOperation } from "../contract/contract.ts";
import { formBody } from "../document/form-body.ts";
import { rightRequest } from "./right-request.ts";
import type { Violation } from "./violation.ts";

/** Bodies that are right in themselves, of types that the document does not list. */
const BODIES: Readonly<Record<string, string>> = {
  "application/json": "{}",
  "text/plain": "text",
  "multipart/form-data; boundary=x": "--x--\r\n",
};

/** What the media types of the body leave out. */
export function mediaTypeViolations(operation: ContractOperation): readonly Violation[] {
  if (formBody(operation) === undefined) return [];
  return Object.entries(BODIES).map(([type, body]) => ({
    name: `${operation.method} undocumented media type ${type}`,
    operation,
    rule: "undocumented media type",
    at: [],
    codes: ["415"],
    statuses: [415],
    request: rightRequest(operation, { headers: { "content-type": type }, body }),
  }));
}
