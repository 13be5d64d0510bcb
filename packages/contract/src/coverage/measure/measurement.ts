import type { Point } from "../coverage-item.ts";
import type { RecordedExchange, TargetName } from "../exchange.ts";
import type { OperationProbe } from "../operation/operation-probe.ts";

/**
 * - `covered`: proven at least once
 * - `observed`: it was there, and proved nothing
 * - `missing`: it was never there
 * - `unreachable`: nothing on the wire can reach it, and it is not counted
 */
export type State = "covered" | "observed" | "missing" | "unreachable";

/** How often a target met a point. */
export interface Tally {
  readonly proven: number;
  /** Proven or not. */
  readonly met: number;
}

export interface MeasuredPoint extends Point {
  readonly state: State;
  readonly hits: Readonly<Partial<Record<TargetName, Tally>>>;
  /** The simplest exchange with it for each target that met it, a proof where there is one. */
  readonly examples: readonly RecordedExchange[];
}

export interface MeasuredOperation {
  readonly probe: OperationProbe;
  readonly points: readonly MeasuredPoint[];
  /** What responses had that the document does not, and how often from whom. */
  readonly undocumented: ReadonlyMap<string, Readonly<Partial<Record<TargetName, number>>>>;
}

/** What a run of the suite has shown about its documents. */
export interface Measurement {
  readonly operations: readonly MeasuredOperation[];
  /** All that got a response. */
  readonly exchanges: readonly RecordedExchange[];
  /** Those among them that are for no documented operation. */
  readonly strangers: readonly RecordedExchange[];
}

/** How much of something is covered. Points that nothing can reach are not among them. */
export interface Share {
  readonly points: number;
  readonly covered: number;
  /** With one decimal, rounded down: 100 means all of it. */
  readonly percent: number;
}

/** The points of the operations of one document. */
export function pointsOf(operations: readonly MeasuredOperation[], document: string): readonly MeasuredPoint[] {
  return operations.filter(({ probe }) => probe.operation.document === document).flatMap(({ points }) => points);
}

export function share(points: readonly MeasuredPoint[]): Share {
  const counted = points.filter(({ state }) => state !== "unreachable").length;
  const covered = points.filter(({ state }) => state === "covered").length;
  return { points: counted, covered, percent: counted === 0 ? 100 : Math.floor((1000 * covered) / counted) / 10 };
}
