/** The first and the last of some requests, from 1. */
export type RequestRange = readonly [first: number, last: number];

/** Reads `3`, `"3"`, `"3-5"` or `"3-"`; `undefined` for anything else, `"0"` and `"5-3"` included. */
export function requestRange(value: unknown): RequestRange | undefined {
  const [, from, dash, to] = /^([1-9]\d{0,8})(?:(-)([1-9]\d{0,8})?)?$/.exec(String(value)) ?? [];
  if (from === undefined || (typeof value !== "string" && typeof value !== "number")) return undefined;
  const last = dash === undefined ? Number(from) : Number(to ?? Number.POSITIVE_INFINITY);
  return last < Number(from) ? undefined : [Number(from), last];
}
