import type { Cursor } from "../document/cursor.ts";
import type { OpenApiVersion } from "../document/documented-operation.ts";
import type { Claim, Site } from "../points/claim.ts";
import type { Point } from "../points/point.ts";
import { isObject } from "./json-value.ts";
import type { InstancePath, Outcome } from "./outcome.ts";

/** A part of a schema, ready to be held against values. */
export interface SchemaNode {
  /** Every point of it and of all that is below it. */
  readonly points: readonly Point[];
  observe(value: unknown, at: InstancePath): Outcome;
}

/** A keyword at its place. */
export interface Rule extends Omit<SchemaNode, "observe"> {
  /** `evaluated`: what the other keywords of the same schema had something to say about. */
  observe(value: unknown, at: InstancePath, evaluated: Outcome["evaluated"]): Outcome;
  /** True for `unevaluated…`, which comes after all others. */
  readonly late?: boolean;
}

/**
 * How a value is written, which decides what can be wrong with it.
 *
 * - `json`: as itself
 * - `text`: in a URL, a header or a field of a form, where everything is text
 * - `form`: the form as a whole
 */
export type Medium = "json" | "text" | "form";

export interface SchemaContext {
  readonly site: Site;
  /** What a sentence calls the value: `CallSid`, `an item of QualityIssues`. */
  readonly subject: string;
  readonly medium: Medium;
  readonly version: OpenApiVersion;
  /** What is being compiled, by pointer: a schema that refers to itself ends where it began. */
  readonly ancestors: ReadonlyMap<string, () => SchemaNode>;
}

/** Where else a schema applies: to a part of the value, or to the value by another way. */
export type Step = Partial<Pick<SchemaContext, "subject" | "medium">> & { readonly segment?: string };

/** A keyword in a schema, with what is needed to say what it means there. */
export interface KeywordSite extends Pick<SchemaContext, "subject" | "medium" | "version" | "site"> {
  readonly schema: Cursor;
  /** What the keyword is set to. */
  readonly value: Cursor;
  /** Compiles a schema within this one. */
  readonly compile: (schema: Cursor, step?: Step) => SchemaNode;
  /** Makes a point of this keyword. */
  readonly point: (claim: Omit<Claim, "keyword" | "dimension"> & Partial<Claim>) => Point;
}

/** What a keyword means at a place. `undefined`: nothing by itself. */
export type Keyword = (site: KeywordSite) => Rule | undefined;

/** Holds a schema against a value of its own: a whole one, or a part. What is undocumented there is known at the end. */
export function descend(node: SchemaNode, value: unknown, at: InstancePath): Outcome {
  const outcome = node.observe(value, at);
  const names = outcome.lists && isObject(value) ? Object.keys(value) : [];
  const unknown = names.filter((name) => !outcome.evaluated.includes(name)).map((name) => [...at, name]);
  return { ...outcome, evaluated: [], lists: false, undocumented: [...outcome.undocumented, ...unknown] };
}
