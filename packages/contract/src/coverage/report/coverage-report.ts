import { DIMENSIONS, type Dimension, type Point } from "../coverage-item.ts";
import { TARGET_DESCRIPTIONS, TARGETS, type TargetName } from "../exchange.ts";
import type { Gaps } from "../measure/gaps.ts";
import { type Measurement, pointsOf, type Share, type State, share, type Tally } from "../measure/measurement.ts";

/**
 * What `coverage.json` holds. The same run gives the same bytes; the order is that of the documents.
 *
 * `format` counts up when a reader of the last one would go wrong.
 */
export interface CoverageReport extends ReportOptions {
  readonly format: 1;
  readonly total: Share;
  readonly documents: readonly (Share & { readonly name: string })[];
  readonly dimensions: readonly (Share & { readonly name: Dimension })[];
  readonly targets: readonly ReportedTarget[];
  readonly gaps: readonly ReportedGap[];
  readonly operations: readonly ReportedOperation[];
  /** Requests for nothing that is documented: `DELETE /v1/Voice/CA1/Annotation`. */
  readonly strangers: readonly { readonly request: string; readonly count: number }[];
}

export interface ReportOptions {
  /** False when a part of the suite was run, which covers a part of the documents. */
  readonly complete: boolean;
  /** Percent that every document must reach. */
  readonly floor: number;
  /** Why a run of the whole suite fails. */
  readonly problems: readonly string[];
  /** Documents of `openapi/` that are not measured. */
  readonly others: readonly string[];
}

interface ReportedTarget {
  readonly name: TargetName;
  readonly description: string;
  readonly exchanges: number;
  /** Points that this target covers. */
  readonly covered: number;
  /** Points that no other target covers. */
  readonly alone: number;
}

interface ReportedGap {
  /** As in the list of known gaps. */
  readonly points: string;
  readonly reason: string;
  /** IDs of the points. */
  readonly missing: readonly string[];
}

export interface ReportedOperation extends Share {
  /** `annotation/UpdateAnnotation`. */
  readonly id: string;
  readonly document: string;
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly source: string;
  readonly items: readonly ReportedPoint[];
  /** What responses had that the document does not: `status 418`, and how often from whom. */
  readonly undocumented: readonly {
    readonly what: string;
    readonly hits: Readonly<Partial<Record<TargetName, number>>>;
  }[];
}

export interface ReportedPoint extends Point {
  readonly state: State;
  readonly hits: Readonly<Partial<Record<TargetName, Tally>>>;
  /** Why it is not covered, where that is known. */
  readonly gap?: string;
}

/** Everything that is said about a run, as data. */
export function buildReport(measurement: Measurement, gaps: Gaps, options: ReportOptions): CoverageReport {
  const { operations, exchanges, strangers } = measurement;
  const points = operations.flatMap((operation) => operation.points);
  const reasons = new Map(gaps.known.flatMap(({ missing, reason }) => missing.map(({ id }) => [id, reason])));
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
    gaps: gaps.known.map(({ points, reason, missing }) => ({ points, reason, missing: missing.map(({ id }) => id) })),
    operations: operations.map(({ probe: { operation }, points, undocumented }) => {
      const { document, name, method, path, summary, cursor } = operation;
      return {
        id: `${encodeURIComponent(document)}/${encodeURIComponent(name)}`,
        ...{ document, name, method, path, summary, source: cursor.source },
        ...share(points),
        items: points.map(({ examples: _, ...point }) => {
          const gap = reasons.get(point.id);
          return { ...point, ...(gap !== undefined && { gap }) };
        }),
        undocumented: [...undocumented].map(([what, hits]) => ({ what, hits })),
      };
    }),
    strangers: [...Map.groupBy(sent.toSorted(), (request) => request)].map(([request, all]) => ({
      request,
      count: all.length,
    })),
  };
}

/** The targets that have proved a point. */
export function coveredBy({ hits }: Pick<ReportedPoint, "hits">): readonly TargetName[] {
  return TARGETS.filter((target) => (hits[target]?.proven ?? 0) > 0);
}

/** Seen in scripted responses alone: no check objected to them, which says less than that a server sent one. */
export function isScripted({ proof, hits }: Pick<ReportedPoint, "proof" | "hits">): boolean {
  return proof === "seen" && coveredBy({ hits }).join() === "scripted";
}

/** True for a point that could be covered, and is not. */
export function isLeft({ state }: Pick<ReportedPoint, "state">): boolean {
  return state === "missing" || state === "observed";
}
