import type { TargetName } from "../exchange.ts";
import type { Share, State, Tally } from "../measure/measurement.ts";
import type { Dimension, Point } from "../points/point.ts";

/**
 * What `coverage.json` holds. The same run gives the same bytes; the order is that of the documents.
 *
 * `format` counts up when a reader of the last one would go wrong.
 */
export interface CoverageReport {
  readonly format: 1;
  /** False when a part of the suite was run, which covers a part of the documents. */
  readonly complete: boolean;
  /** Percent that every document must reach. */
  readonly floor: number;
  /** Why a run of the whole suite fails. */
  readonly problems: readonly string[];
  readonly total: Share;
  /** Documents of `openapi/` that are not measured, because nobody is held to them. */
  readonly others: readonly string[];
  readonly documents: readonly (Share & { readonly name: string })[];
  readonly dimensions: readonly (Share & { readonly name: Dimension })[];
  readonly targets: readonly ReportedTarget[];
  readonly gaps: readonly ReportedGap[];
  readonly operations: readonly ReportedOperation[];
  /** Requests for nothing that is documented: `DELETE /v1/Voice/CA1/Annotation`. */
  readonly strangers: readonly { readonly request: string; readonly count: number }[];
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
