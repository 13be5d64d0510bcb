import type { Operation } from "@earmark/http";
import { operations } from "@earmark/summaries-client/operations";
import type { operations as types } from "@earmark/summaries-types";
import type { CallSummary } from "@earmark/summaries-types/strict";
import * as validators from "@earmark/summaries-validators/strict";
import type { HandlerOf, HandlersOf } from "../api/handler.ts";
import type { ServedApi } from "../api/served-api.ts";
import type { AnnotationFields } from "./annotation-fields.ts";
import type { AnnotationStore } from "./annotation-store.ts";
import type { Calls } from "./calls.ts";
import type { CallRecord } from "./fixture.ts";
import { matches } from "./summary-conditions.ts";
import { paginate } from "./summary-page.ts";

/** The resource at the `url` of a listed call. No document describes it; the provider's has more fields. */
const summary: Operation = {
  operationId: "FetchSummary",
  method: "GET",
  path: "/v1/Voice/{CallSid}/Summary",
  idempotent: true,
  parameters: [{ name: "CallSid", in: "path", required: true, schema: "CallSid" }],
  responses: { 200: { content: { "application/json": { schema: "CallSummary" } } } },
  security: operations.listCallSummaries.security,
};

/** Call Summaries. */
export function summariesApi(store: AnnotationStore, calls: Calls): ServedApi {
  const handlers: HandlersOf<typeof operations, types> = {
    /** Lists the calls of the account with their annotations, the latest first. */
    async listCallSummaries(call) {
      const { accountSid, parameters, url, now } = call;
      const annotated = new Map((await store.list(accountSid)).map(({ callSid, fields }) => [callSid, fields]));
      const all = calls
        .of(accountSid, [...annotated.keys()])
        .map((record) =>
          presentSummary(record, annotated.get(record.call_sid), new URL(`${record.call_sid}/Summary`, url).href),
        )
        .sort(latestFirst(parameters.SortBy ?? "start_time"));
      const isMatch = (each: CallSummary) => matches(each, parameters, now);
      const { items, meta } = paginate(all, isMatch, (each) => String(each.call_sid), parameters, call);
      return { status: 200, body: { call_summaries: items, meta } };
    },
  };

  /** Reads one call as the list of calls has it. */
  const fetchSummary: HandlerOf<{ parameters: { path: { CallSid: string } } }> = async (call) => {
    const record = calls.require(call);
    const annotation = await store.read(call.accountSid, call.parameters.CallSid);
    return { status: 200, body: presentSummary(record, annotation, call.url) };
  };

  return {
    operations: { ...operations, fetchSummary: summary },
    validators,
    handlers: { ...handlers, fetchSummary },
  };
}

/** Calls whose time is not known come last. */
function latestFirst(by: "start_time" | "end_time"): (a: CallSummary, b: CallSummary) => number {
  const time = (each: CallSummary) => Date.parse(each[by] ?? "") || 0;
  return (a, b) => time(b) - time(a);
}

/** The summary of a call of which nothing else is known. */
const emptySummary: Omit<CallSummary, "call_sid" | "account_sid" | "annotation" | "url"> = {
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

/** @param url of the summary. */
function presentSummary(record: CallRecord, annotation: AnnotationFields | undefined, url: string): CallSummary {
  const { account_sid, call_sid, ...known } = record;
  return {
    account_sid,
    call_sid,
    ...emptySummary,
    ...known,
    annotation: annotation === undefined ? null : { ...annotation },
    url,
  };
}
