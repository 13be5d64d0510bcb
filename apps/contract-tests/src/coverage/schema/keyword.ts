import type { Cursor } from "../document/cursor.ts";
import type { OpenApiVersion } from "../document/documented-operation.ts";
import type { Claim, Site } from "../points/claim.ts";
import type { Point } from "../points/point.ts";
import type { Rule, SchemaNode } from "./schema-node.ts";

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
