import { responseOf } from "@earmark/http";
import type { ContractOperation } from "../contract/contract.ts";

type Described = Pick<ContractOperation, "generated">;

/** Whether a status is one of those by which the document says that all is well; an operation may have several. */
export function isSuccess(operation: Described, status: number): boolean {
  return status >= 200 && status < 300 && responseOf(operation.generated.responses, status) !== undefined;
}

/** A status for which the document has what stands under this key: the key itself, or one of its range that has no key. */
export function statusOf({ generated: { responses } }: Described, key: string): number {
  if (/^\d+$/.test(key)) return Number(key);
  const first = key === "default" ? 500 : Number(key.replaceAll("X", "0"));
  const range = Array.from({ length: 100 }, (_, index) => first + index);
  return range.find((status) => !Object.hasOwn(responses, status)) ?? first;
}
