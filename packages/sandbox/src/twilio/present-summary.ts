import type { CallSummary } from "@earmark/summaries-types/strict";
import type { AnnotationFields } from "./annotation-fields.ts";
import type { CallRecord } from "./call-record.ts";

/** What the provider says about a call as soon as it knows of it. */
const nothingKnown: Omit<CallSummary, "call_sid" | "account_sid" | "annotation" | "url"> = {
  answered_by: null,
  call_type: null,
  call_state: null,
  processing_state: null,
  created_time: null,
  start_time: null,
  end_time: null,
  duration: null,
  connect_duration: null,
  from: null,
  to: null,
  tags: null,
  properties: null,
};

/** A call with its annotation; `url` is where this is. */
export function presentSummary(record: CallRecord, annotation: AnnotationFields | undefined, url: string): CallSummary {
  const { account_sid, call_sid, ...known } = record;
  return {
    account_sid,
    call_sid,
    ...nothingKnown,
    ...known,
    annotation: annotation === undefined ? null : { ...annotation },
    url,
  };
}
