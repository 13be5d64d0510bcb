import type { Operation } from "@earmark/openapi";
import { declaredId, type Location } from "@earmark/openapi-diff";

/** Who has something that the other one lacks, or neither of them. */
export const DIRECTIONS = ["provider", "ours", "differs"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Our document and the provider's disagree, and no repair says why. */
export interface Drift {
  readonly direction: Direction;
  /** One sentence: what each of them has. */
  readonly message: string;
  readonly rules: readonly string[];
  /** On our side, unless only the provider has the place. */
  readonly location: Omit<Location, "operations" | "side"> & { readonly side: "provider" | "ours" };
  /** Operations that it concerns; none where it is about the document as a whole. */
  readonly operations: readonly Address[];
}

/** What became of a declared repair. */
export interface Repair {
  /** `needed` while it does its work; anything else is for a person to look at. */
  readonly state: "needed" | "fixed" | "moved" | "unfit" | "needless";
  /** Why it was declared. */
  readonly reason: string;
  readonly target: string;
  /** What is the matter, and what to do; empty for a needed one. */
  readonly message: string;
  /** Of the action, in the overlay. */
  readonly location: { readonly file: string; readonly line: number; readonly column: number };
}

/** One of our documents beside the provider's. */
export interface Comparison {
  /** `NAME` of `openapi/NAME.yaml`. */
  readonly document: string;
  /** Path of our document, from the root of the workspace. */
  readonly file: string;
  /** Path of the overlay with the repairs, whether or not there is one. */
  readonly overlay: string;
  /** Operations of ours that the provider documents. */
  readonly operations: readonly Address[];
  readonly drifts: readonly Drift[];
  readonly repairs: readonly Repair[];
}

/** All our documents that are about the provider's API. */
export interface Report {
  /** The provider's document, as it was called. */
  readonly provider: string;
  readonly comparisons: readonly Comparison[];
  /** Operations of the provider that none of our documents has. */
  readonly notTakenOver: readonly Address[];
}

/** Repairs that a person has to look at. */
export function staleRepairs({ repairs }: Comparison): readonly Repair[] {
  return repairs.filter(({ state }) => state !== "needed");
}

/** Whether there is anything for a person to do. */
export function hasFindings({ comparisons }: Report): boolean {
  return comparisons.some((comparison) => comparison.drifts.length + staleRepairs(comparison).length > 0);
}

/** An operation as a report calls it: by method and path, and by its operationId where it has one. */
export interface Address {
  readonly method: string;
  readonly path: string;
  readonly operationId?: string;
}

export function addressOf(operation: Operation): Address {
  const { method, path } = operation;
  const operationId = declaredId(operation);
  return { method, path, ...(operationId === undefined ? {} : { operationId }) };
}

/** `POST /v1/Voice/{CallSid}/Annotation`. */
export function addressText({ method, path }: Address): string {
  return `${method} ${path}`;
}

/** For sorting, the same everywhere. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
