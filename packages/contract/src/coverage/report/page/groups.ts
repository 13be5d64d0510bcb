import type { ReportedPoint } from "../coverage-report.ts";

/** Points that are shown together: of one part of the request, or of one answer. */
export interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** The points of one place: of a parameter, a field, an item. */
export interface Row {
  readonly place: string;
  readonly points: readonly ReportedPoint[];
}

const REQUEST_PARTS: Readonly<Record<string, string>> = {
  "": "Call",
  security: "Call",
  path: "Parameters",
  query: "Parameters",
  header: "Parameters",
  cookie: "Parameters",
  body: "Body",
};

/** The points of a side of an operation as they are shown, in the order of the document. */
export function groups(points: readonly ReportedPoint[], side: "request" | "answer"): readonly Group[] {
  const sided = points.filter(({ proof }) => (proof === "accepted" || proof === "refused") === (side === "request"));
  const titleOf = ({ place: [first = ""] }: ReportedPoint): string =>
    side === "request" ? (REQUEST_PARTS[first] ?? first) : first;
  return gather(sided, titleOf).map(([title, members]) => ({
    title,
    rows: gather(members, placeOf).map(([place, inPlace]) => ({ place, points: allowedFirst(inPlace) })),
  }));
}

/** What a group and its title leave to be said about a place. */
function placeOf({ proof, place }: ReportedPoint): string {
  const inside = proof === "seen" || proof === "noticed" ? place.slice(1) : place;
  const [part, ...rest] = inside;
  if (part === undefined) return proof === "seen" ? "status" : "operation";
  if (part === "body") return rest.length === 0 ? "whole body" : join(rest);
  if (part === "headers") return `header ${join(rest)}`;
  return part === "security" ? part : `${part} ${join(rest)}`;
}

function join(names: readonly string[]): string {
  return names.join(" › ").replaceAll(" › []", "[]");
}

function allowedFirst(points: readonly ReportedPoint[]): readonly ReportedPoint[] {
  const isForbidden = ({ proof }: ReportedPoint): boolean => proof === "refused" || proof === "noticed";
  return [...points.filter((point) => !isForbidden(point)), ...points.filter(isForbidden)];
}

function gather<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [string, readonly T[]])[] {
  return [...Map.groupBy(items, keyOf)];
}
