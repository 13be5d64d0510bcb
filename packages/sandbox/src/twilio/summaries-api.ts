import type { operations } from "@earmark/summaries-types";
import type { CallSummary } from "@earmark/summaries-types/strict";
import type { HandlerOf } from "../api/handler.ts";
import { presentSummary } from "./present-summary.ts";
import { meets } from "./summary-conditions.ts";
import { paginate } from "./summary-page.ts";

/** Lists the calls of the account with what was noted about them, the latest first. */
export const listCallSummaries: HandlerOf<operations["ListCallSummaries"]> = async (call) => {
  const { accountSid, store, parameters, url, now } = call;
  const annotated = new Map((await store.list(accountSid)).map(({ callSid, fields }) => [callSid, fields]));
  const all = call.calls
    .of(accountSid, [...annotated.keys()])
    .map((record) =>
      presentSummary(record, annotated.get(record.call_sid), new URL(`${record.call_sid}/Summary`, url).href),
    )
    .sort(latestFirst(parameters.SortBy ?? "start_time"));
  const isWanted = (summary: CallSummary) => meets(summary, parameters, now);
  const { items, meta } = paginate(all, isWanted, (summary) => String(summary.call_sid), parameters, call);
  return { status: 200, body: { call_summaries: items, meta } };
};

/** A call whose time is not known comes last; sorting keeps the order of what is equal. */
function latestFirst(by: "start_time" | "end_time"): (a: CallSummary, b: CallSummary) => number {
  const time = (summary: CallSummary) => Date.parse(summary[by] ?? "") || 0;
  return (a, b) => time(b) - time(a);
}
