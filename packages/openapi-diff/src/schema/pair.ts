import type { Variance } from "@earmark/openapi";
import { type Facts, type Finding, foundInBoth } from "../findings/finding.ts";
import type { Place } from "../findings/place.ts";
import { type Subject, subjectText } from "../findings/subject.ts";
import type { Direction, SchemaEdit } from "../rules/index.ts";
import type { Shape } from "./own-shape.ts";
import type { SchemaPlace } from "./schema-place.ts";

/** The same schema in both documents, and which way its values travel. */
export interface SchemaPair {
  /** A `part` is of the schema that is being compared; a `pair` is compared by itself, once for all references. */
  readonly kind: "pair" | "part";
  /** Several places where `allOf` describes the same property twice. */
  readonly before: Places;
  readonly after: Places;
  readonly direction: Direction;
  readonly subject: Subject;
  /** What stands between values that match the schemas and those that travel, if anything does. */
  readonly under?: Applicator | undefined;
}

/** A keyword that makes of fewer values that match a schema more that travel, or either. */
export interface Applicator {
  readonly keyword: string;
  readonly variance: Variance;
  /** The schema that has it. */
  readonly subject: Subject;
  /** Where it is said; undefined in schemas that it refers to. */
  readonly place: Place | undefined;
}

export type Places = readonly [SchemaPlace, ...SchemaPlace[]];

/** What a keyword holds, where its schema and what it holds need not allow more or less together. */
export function under(pair: SchemaPair, keyword: string, variance: Variance, place: Place): Applicator | undefined {
  if (variance === "less" && keyword !== "if") return pair.under;
  const outer = pair.under ?? { keyword, variance: "less", subject: pair.subject, place };
  const isEither = variance === "either" || outer.variance === "either";
  return { ...outer, variance: isEither ? "either" : variance === outer.variance ? "less" : "more" };
}

/** A component that goes by another name in the later document. */
export interface Renaming {
  readonly kind: "renaming";
  readonly before: SchemaPlace;
  readonly after: SchemaPlace;
}

/** What comparing two things gives: findings, and schemas to be compared. */
export type Comparison = Generator<Finding | SchemaPair | Renaming, void, undefined>;

/** A pair of schemas, and what each says. */
export interface Shapes {
  readonly pair: SchemaPair;
  readonly before: Shape;
  readonly after: Shape;
}

/** Something within the schemas of a pair. */
export function partOf(pair: SchemaPair, before: Places, after: Places, subject: Subject = pair.subject): SchemaPair {
  return { ...pair, kind: "part", before, after, subject };
}

/** An edit of something that both schemas have. */
export function edited({ direction, subject }: SchemaPair, edit: SchemaEdit, place: Place, facts: Facts = {}): Finding {
  const { isTyped } = subject;
  return { ...foundInBoth(`${direction}-${edit}`, place, { subject: subjectText(subject), ...facts }), isTyped };
}

/** An edit of something that only one schema has. */
export function editedOnly(pair: SchemaPair, edit: SchemaEdit, place: Place, facts: Facts = {}): Finding {
  return { ...edited(pair, edit, place, facts), inBoth: false };
}
