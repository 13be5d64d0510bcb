import { changed, type Facts, type Finding, only } from "../finding.ts";
import type { Place } from "../place.ts";
import type { Direction, SchemaEdit } from "../rules/index.ts";
import { type Subject, subjectText } from "../subject.ts";
import type { SchemaPlace, Shape } from "./shape.ts";

/** The same schema in both documents, and which way its values travel. */
export interface SchemaPair {
  readonly kind: "pair";
  /** Several places where `allOf` describes the same property twice. */
  readonly before: Places;
  readonly after: Places;
  readonly direction: Direction;
  readonly subject: Subject;
}

export type Places = readonly [SchemaPlace, ...SchemaPlace[]];

/** A component that goes by another name in the later document. */
export interface Renaming {
  readonly kind: "renaming";
  readonly before: SchemaPlace;
  readonly after: SchemaPlace;
}

/** What comparing two things gives: findings, and schemas that they refer to, which are compared once each. */
export type Comparison = Generator<Finding | SchemaPair | Renaming, void, undefined>;

/** A pair of schemas, and what each says. */
export interface Shapes {
  readonly pair: SchemaPair;
  readonly before: Shape;
  readonly after: Shape;
}

/** An edit of something that both schemas have. */
export function edited({ direction, subject }: SchemaPair, edit: SchemaEdit, place: Place, facts: Facts = {}): Finding {
  return changed(`${direction}-${edit}`, place, { subject: subjectText(subject), ...facts });
}

/** An edit of something that only one schema has. */
export function editedOnly(pair: SchemaPair, edit: SchemaEdit, place: Place, facts: Facts = {}): Finding {
  return only(`${pair.direction}-${edit}`, place, { subject: subjectText(pair.subject), ...facts });
}
