import { type CoverageItem, DIMENSIONS, type Dimension } from "../coverage-item.ts";
import { TARGET_DESCRIPTIONS, TARGETS, type TargetName } from "../exchange.ts";
import type { Gaps, KnownGap } from "../measure/gaps.ts";
import {
  itemsOfDocument,
  type Measurement,
  type Share,
  type State,
  share,
  type Tally,
} from "../measure/measurement.ts";

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
  /** As in the list of known gaps, with the IDs of the coverage items that are missing. */
  readonly gaps: readonly (KnownGap & { readonly missing: readonly string[] })[];
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
  /** Coverage items that this target covers. */
  readonly covered: number;
  /** Coverage items that no other target covers. */
  readonly alone: number;
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
  readonly items: readonly ReportedItem[];
  /** What responses had that the document does not: `status 418`, and how often from whom. */
  readonly undocumented: readonly {
    readonly what: string;
    readonly hits: Readonly<Partial<Record<TargetName, number>>>;
  }[];
}

export interface ReportedItem extends CoverageItem {
  readonly state: State;
  readonly hits: Readonly<Partial<Record<TargetName, Tally>>>;
  /** Why it is not covered, where that is known. */
  readonly gap?: string;
}

/** Everything that is said about a run, as data. */
export function buildReport(measurement: Measurement, gaps: Gaps, options: ReportOptions): CoverageReport {
  const { operations, exchanges, unmatched } = measurement;
  const items = operations.flatMap((operation) => operation.items);
  const reasons = new Map(gaps.known.flatMap(({ missing, reason }) => missing.map(({ id }) => [id, reason])));
  const documents = [...new Set(operations.map(({ probe }) => probe.operation.document))];
  const sent = unmatched.map(({ request: { method, path } }) => `${method} ${path.split("?")[0]}`);
  return {
    format: 1,
    ...options,
    total: share(items),
    documents: documents.map((name) => ({ name, ...share(itemsOfDocument(operations, name)) })),
    dimensions: DIMENSIONS.map((name) => ({ name, ...share(items.filter(({ dimension }) => dimension === name)) })),
    targets: TARGETS.map((name) => ({
      name,
      description: TARGET_DESCRIPTIONS[name],
      exchanges: exchanges.filter(({ target }) => target === name).length,
      covered: items.filter((item) => coveredBy(item).includes(name)).length,
      alone: items.filter((item) => coveredBy(item).join() === name).length,
    })),
    gaps: gaps.known.map(({ points, reason, missing }) => ({ points, reason, missing: missing.map(({ id }) => id) })),
    operations: operations.map(({ probe: { operation }, items, undocumented }) => {
      const { document, name, method, path, summary, cursor } = operation;
      return {
        id: `${encodeURIComponent(document)}/${encodeURIComponent(name)}`,
        ...{ document, name, method, path, summary, source: cursor.source },
        ...share(items),
        items: items.map(({ examples: _, ...item }) => {
          const gap = reasons.get(item.id);
          return { ...item, ...(gap !== undefined && { gap }) };
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

/** The targets that have proved a coverage item. */
export function coveredBy({ hits }: Pick<ReportedItem, "hits">): readonly TargetName[] {
  return TARGETS.filter((target) => (hits[target]?.proven ?? 0) > 0);
}

/** Seen in scripted responses alone: no check objected to them, which says less than that a server sent one. */
export function isScripted({ proof, hits }: Pick<ReportedItem, "proof" | "hits">): boolean {
  return proof === "seen" && coveredBy({ hits }).join() === "scripted";
}

/** True for a coverage item that could be covered, and is not. */
export function isLeft({ state }: Pick<ReportedItem, "state">): boolean {
  return state === "missing" || state === "observed";
}
