import type { CoverageItem } from "../coverage-item.ts";
import type { RecordedExchange, TargetName } from "../exchange.ts";
import type { OperationProbe } from "../operation/operation-probe.ts";

/**
 * - `covered`: proven at least once
 * - `observed`: it was there, and proved nothing
 * - `missing`: it was never there
 * - `unreachable`: nothing on the wire can reach it, and it is not counted
 */
export type State = "covered" | "observed" | "missing" | "unreachable";

/** How often a target met a coverage item. */
export interface Tally {
  readonly proven: number;
  /** Proven or not. */
  readonly met: number;
}

export interface MeasuredItem extends CoverageItem {
  readonly state: State;
  readonly hits: Readonly<Partial<Record<TargetName, Tally>>>;
  /** The simplest exchange with it for each target that met it, a proof where there is one. */
  readonly examples: readonly RecordedExchange[];
}

export interface MeasuredOperation {
  readonly probe: OperationProbe;
  readonly items: readonly MeasuredItem[];
  /** What responses had that the document does not, and how often from whom. */
  readonly undocumented: ReadonlyMap<string, Readonly<Partial<Record<TargetName, number>>>>;
}

/** What a run of the suite has shown about its documents. */
export interface Measurement {
  readonly operations: readonly MeasuredOperation[];
  /** All that got a response. */
  readonly exchanges: readonly RecordedExchange[];
  /** Those among them that are for no documented operation. */
  readonly unmatched: readonly RecordedExchange[];
}

/** How much of something is covered. Coverage items that nothing can reach are not among them. */
export interface Share {
  readonly points: number;
  readonly covered: number;
  /** With one decimal, rounded down: 100 means all of it. */
  readonly percent: number;
}

/** The coverage items of the operations of one document. */
export function itemsOfDocument(operations: readonly MeasuredOperation[], document: string): readonly MeasuredItem[] {
  return operations.filter(({ probe }) => probe.operation.document === document).flatMap(({ items }) => items);
}

export function share(items: readonly MeasuredItem[]): Share {
  const counted = items.filter(({ state }) => state !== "unreachable").length;
  const covered = items.filter(({ state }) => state === "covered").length;
  return { points: counted, covered, percent: counted === 0 ? 100 : Math.floor((1000 * covered) / counted) / 10 };
}
