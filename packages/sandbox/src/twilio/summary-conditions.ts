import type { operations } from "@earmark/summaries-types";
import type { CallSummary } from "@earmark/summaries-types/strict";

type Query = NonNullable<operations["ListCallSummaries"]["parameters"]["query"]>;
/** Parameters that are no conditions. */
type Paging = "SortBy" | "PageSize" | "Page" | "PageToken";

type Condition<Value> = (summary: CallSummary, wanted: Value, now: number) => boolean;

/** One for each parameter: a filter that the document gains does not compile until its meaning is written here. */
type Conditions = { readonly [Name in Exclude<keyof Query, Paging>]-?: Condition<NonNullable<Query[Name]>> };

const conditions: Conditions = {
  AnsweredByAnnotation: ({ annotation }, wanted) => annotation?.answered_by === wanted,
  ConnectivityIssueAnnotation: ({ annotation }, wanted) => isAmong(wanted, annotation?.connectivity_issue),
  QualityIssueAnnotation: ({ annotation }, wanted) =>
    annotation?.quality_issues?.some((issue) => isAmong(wanted, issue)) === true,
  // A call that was not annotated is neither spam nor not spam.
  SpamAnnotation: ({ annotation }, wanted) => annotation?.spam === wanted,
  CallScoreAnnotation: ({ annotation }, wanted) => isAmong(wanted, annotation?.call_score),
  From: ({ from }, wanted) => from?.caller === wanted,
  To: ({ to }, wanted) => to?.callee === wanted,
  FromCarrier: ({ from }, wanted) => from?.carrier === wanted,
  ToCarrier: ({ to }, wanted) => to?.carrier === wanted,
  FromCountryCode: ({ from }, wanted) => from?.country_code === wanted,
  ToCountryCode: ({ to }, wanted) => to?.country_code === wanted,
  StartTime: ({ start_time: time }, wanted, now) => isUnknown(time) || Date.parse(time) >= toTime(wanted, now),
  EndTime: ({ start_time: time }, wanted, now) => isUnknown(time) || Date.parse(time) <= toTime(wanted, now),
  CallType: ({ call_type: type }, wanted) => isAmong(wanted, type),
  CallState: ({ call_state: state }, wanted) => state === wanted,
  Direction: ({ properties }, wanted) => isAmong(wanted, properties?.direction),
  AnsweredBy: ({ answered_by: answeredBy }, wanted) => answeredBy === wanted,
  HasTag: ({ tags }, wanted) => (tags?.length ?? 0) > 0 === wanted,
  ProcessingState: ({ processing_state: state }, wanted) =>
    wanted === "all" || state === (wanted === "completed" ? "complete" : "partial"),
};

/** The defaults of the provider. */
const defaults: Query = { StartTime: "4h", EndTime: "0m" };

/** Whether a call meets every condition of a query. */
export function matches(summary: CallSummary, query: Query, now: number): boolean {
  const wanted: Readonly<Record<string, unknown>> = { ...defaults, ...query };
  return Object.entries(conditions).every(([name, condition]) => {
    const value = wanted[name];
    // The query has passed the validators that its type was generated with.
    return value === undefined || (condition as Condition<unknown>)(summary, value, now);
  });
}

function isAmong<T>(wanted: readonly T[], value: T | null | undefined): boolean {
  return wanted.some((one) => one === value);
}

function isUnknown(time: string | null | undefined): time is null | undefined {
  return time === null || time === undefined;
}

const MINUTE = 60_000;
const units: Readonly<Record<string, number>> = {
  m: MINUTE,
  h: 60 * MINUTE,
  d: 24 * 60 * MINUTE,
  w: 7 * 24 * 60 * MINUTE,
};

/** A time as milliseconds since the epoch: `4h` before `now`, or a time in ISO 8601 format. */
function toTime(bound: string, now: number): number {
  const [, count = "", unit = ""] = /^(\d+)([mhdw])$/.exec(bound) ?? [];
  const length = units[unit];
  return length === undefined ? Date.parse(bound) : now - Number(count) * length;
}
