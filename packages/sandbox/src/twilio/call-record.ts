import type { CallSummary } from "@earmark/summaries-types/strict";

/** A call, and as much as is known about it. What people noted about it is not here: that is the annotation. */
export interface CallRecord extends Omit<Partial<CallSummary>, "annotation" | "url"> {
  readonly call_sid: string;
  readonly account_sid: string;
}
