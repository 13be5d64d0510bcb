import type { State } from "@earmark/contract";

/** Whether what is known of a call, or was noted about it, is what a parameter wants. */
type Condition = (call: State, wanted: unknown) => boolean;

/** What a call must be noted to be, by parameter. */
export const ANNOTATED: Readonly<Record<string, Condition>> = {
  AnsweredByAnnotation: ({ answered_by }, wanted) => answered_by === wanted,
  ConnectivityIssueAnnotation: ({ connectivity_issue }, wanted) => among(wanted, connectivity_issue),
  QualityIssueAnnotation: ({ quality_issues }, wanted) =>
    Array.isArray(quality_issues) && quality_issues.some((issue) => among(wanted, issue)),
  SpamAnnotation: ({ spam }, wanted) => spam === wanted,
  CallScoreAnnotation: ({ call_score }, wanted) => among(wanted, call_score),
};

/** When it is, in tests of conditions. */
export const NOW: number = Date.parse("2026-03-04T12:00:00Z");

const HOUR = 3_600_000;

/** How long ago, in milliseconds. */
export const BOUNDS: Readonly<Record<string, number>> = {
  "0m": 0,
  "30m": HOUR / 2,
  "4h": 4 * HOUR,
  "2d": 48 * HOUR,
  "1w": 168 * HOUR,
  "52w": 52 * 168 * HOUR,
};

/** What a call must be, by parameter. */
export const CONDITIONS: Readonly<Record<string, Condition>> = {
  ...Object.fromEntries(Object.entries(ANNOTATED).map(([name, holds]) => [name, about("annotation", holds)])),
  From: ({ from }, wanted) => Object(from).caller === wanted,
  To: ({ to }, wanted) => Object(to).callee === wanted,
  FromCarrier: ({ from }, wanted) => Object(from).carrier === wanted,
  ToCarrier: ({ to }, wanted) => Object(to).carrier === wanted,
  FromCountryCode: ({ from }, wanted) => Object(from).country_code === wanted,
  ToCountryCode: ({ to }, wanted) => Object(to).country_code === wanted,
  StartTime: ({ start_time }, wanted) => !isText(start_time) || Date.parse(start_time) >= moment(wanted),
  EndTime: ({ start_time }, wanted) => !isText(start_time) || Date.parse(start_time) <= moment(wanted),
  CallType: ({ call_type }, wanted) => [wanted].flat().includes(call_type),
  CallState: ({ call_state }, wanted) => call_state === wanted,
  Direction: ({ properties }, wanted) => [wanted].flat().includes(Object(properties).direction),
  AnsweredBy: ({ answered_by }, wanted) => answered_by === wanted,
  HasTag: ({ tags }, wanted) => (Array.isArray(tags) && tags.length > 0) === wanted,
  ProcessingState: ({ processing_state }, wanted) =>
    wanted === "all" ||
    processing_state === { completed: "complete", partial: "partial", started: "partial" }[String(wanted)],
};

/** Every bound as a time, and a moment on either side of it. */
export const TIMES: readonly string[] = Object.values(BOUNDS).flatMap((ago) =>
  [-1, 0, 1].map((step) => new Date(NOW - ago + step).toISOString()),
);

/** Whether a call meets every condition of a query, and those that hold unless others are given. */
export function meets(query: State): (call: object) => boolean {
  const wanted = { StartTime: "4h", EndTime: "0m", ...query };
  return (call) => Object.entries(wanted).every(([name, value]) => CONDITIONS[name]?.({ ...call }, value) ?? true);
}

function about(name: string, holds: Condition): Condition {
  return ({ [name]: part }, wanted) => holds(Object(part), wanted);
}

function moment(bound: unknown): number {
  const ago = BOUNDS[String(bound)];
  return ago === undefined ? Date.parse(String(bound)) : NOW - ago;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function among(wanted: unknown, value: unknown): boolean {
  return Array.isArray(wanted) && wanted.includes(value);
}
