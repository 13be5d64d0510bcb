const MINUTE = 60_000;
const units: Readonly<Record<string, number>> = {
  m: MINUTE,
  h: 60 * MINUTE,
  d: 24 * 60 * MINUTE,
  w: 7 * 24 * 60 * MINUTE,
};

/** A time as milliseconds since the epoch: `4h` before `now`, or a time in ISO 8601 format. */
export function since(bound: string, now: number): number {
  const [, count = "", unit = ""] = /^(\d+)([mhdw])$/.exec(bound) ?? [];
  const length = units[unit];
  return length === undefined ? Date.parse(bound) : now - Number(count) * length;
}
