import { TARGET_DESCRIPTIONS, TARGETS, type TargetName } from "../exchange.ts";
import type { FoundGap, Gaps } from "../measure/gaps.ts";
import {
  type MeasuredOperation,
  type MeasuredPoint,
  type Measurement,
  pointsOf,
  share,
} from "../measure/measurement.ts";
import { DIMENSIONS } from "../points/point.ts";
import type { CoverageReport, ReportedOperation, ReportedPoint } from "./coverage-report.ts";

export interface ReportOptions {
  readonly complete: boolean;
  readonly floor: number;
  /** Why the run fails. */
  readonly problems: readonly string[];
  /** Documents that are not measured. */
  readonly others: readonly string[];
}

/** Everything that is said about a run, as data. */
export function buildReport(measurement: Measurement, gaps: Gaps, options: ReportOptions): CoverageReport {
  const { operations, exchanges, strangers } = measurement;
  const points = operations.flatMap((operation) => operation.points);
  const reasons = new Map(
    gaps.known.flatMap(({ missing, reason }) => missing.map((point) => [point, reason] as const)),
  );
  const documents = [...new Set(operations.map(({ probe }) => probe.operation.document))];
  const sent = strangers.map(({ request: { method, path } }) => `${method} ${path.split("?")[0]}`);
  return {
    format: 1,
    ...options,
    total: share(points),
    documents: documents.map((name) => ({ name, ...share(pointsOf(operations, name)) })),
    dimensions: DIMENSIONS.map((name) => ({ name, ...share(points.filter(({ dimension }) => dimension === name)) })),
    targets: TARGETS.map((name) => ({
      name,
      description: TARGET_DESCRIPTIONS[name],
      exchanges: exchanges.filter(({ target }) => target === name).length,
      covered: points.filter((point) => coveredBy(point).includes(name)).length,
      alone: points.filter((point) => coveredBy(point).join() === name).length,
    })),
    gaps: gaps.known.map(reportGap),
    operations: operations.map((operation) => reportOperation(operation, reasons)),
    strangers: [...new Set(sent)]
      .toSorted()
      .map((request) => ({ request, count: sent.filter((each) => each === request).length })),
  };
}

/** The targets that have proved a point. */
export function coveredBy({ hits }: Pick<ReportedPoint, "hits">): readonly TargetName[] {
  return TARGETS.filter((target) => (hits[target]?.proven ?? 0) > 0);
}

/** Seen in responses that the suite made up alone: none was objected to, which says less than that a server did it. */
export function isTold({ proof, hits }: Pick<ReportedPoint, "proof" | "hits">): boolean {
  return proof === "seen" && coveredBy({ hits }).join() === "scripted";
}

function reportGap({ points, reason, missing }: FoundGap): CoverageReport["gaps"][number] {
  return { points, reason, missing: missing.map(({ id }) => id) };
}

function reportOperation(
  { probe, points, undocumented }: MeasuredOperation,
  reasons: ReadonlyMap<MeasuredPoint, string>,
): ReportedOperation {
  const { document, name, method, path, summary, cursor } = probe.operation;
  return {
    id: `${encodeURIComponent(document)}/${encodeURIComponent(name)}`,
    document,
    name,
    method,
    path,
    summary,
    source: cursor.source,
    ...share(points),
    items: points.map((point) => reportPoint(point, reasons.get(point))),
    undocumented: [...undocumented].map(([what, hits]) => ({ what, hits })),
  };
}

function reportPoint({ examples: _, ...point }: MeasuredPoint, gap: string | undefined): ReportedPoint {
  return { ...point, ...(gap !== undefined && { gap }) };
}
