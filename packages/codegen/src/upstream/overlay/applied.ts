import type { Action } from "./overlay.ts";

/** What became of an action. */
export interface Applied extends Effect {
  readonly action: Action;
}

/** What applying an action came to. */
export interface Effect {
  readonly outcome: Outcome;
  /** JSON Pointers to what it has removed. */
  readonly removed: readonly string[];
}

export type Outcome =
  /** It changed the document in so many places. */
  | { readonly kind: "applied"; readonly places: number }
  /** Nothing is where it looks. */
  | { readonly kind: "moved" }
  /** Everything that it asks for is there already. */
  | { readonly kind: "fixed" }
  /** What is there cannot be edited in this way; in other places, it may have been. */
  | { readonly kind: "unfit"; readonly reason: string };
