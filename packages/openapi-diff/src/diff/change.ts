import type { Facts } from "../findings/finding.ts";
import type { Impact } from "../rules/impact.ts";

/** Where a change is, in a file that an editor can open and in the API. */
export interface Location {
  /** As the user would write it: a path, or `REF:path`. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** JSON Pointer into the bundled document, such as `#/components/schemas/Annotation`. */
  readonly pointer: string;
  /** The document that `file` is; left out when both have the place, and then it is the one after. */
  readonly side?: "before" | "after";
  /** Operations whose callers are concerned, sorted: their `operationId`, or method and path. */
  readonly operations: readonly string[];
}

/** One edit of a document, as it looks to those on one side of the API. */
export interface Change {
  /** Stable id; `RULES.md` explains each. */
  readonly rule: string;
  readonly location: Location;
  /** One sentence: what was edited, and what that does to whom. */
  readonly message: string;
  /** Before any release policy. */
  readonly impact: Impact;
  /** The component, operation or part of the document that was edited, such as `schema Annotation`; `documentation` for words. */
  readonly group: string;
  /** The first half of the message: what was edited. The same in both directions, so that they can share a line. */
  readonly edit: string;
  /** The second half: what that does to whom. */
  readonly consequence: string;
  /** What the message is about, for those who say it in other words. */
  readonly facts: Facts;
}

/** What became of a document. */
export interface Diff {
  /** The highest level of each channel over all changes. */
  readonly impact: Impact;
  /** The most severe first, then in the order of the document. */
  readonly changes: readonly Change[];
}
