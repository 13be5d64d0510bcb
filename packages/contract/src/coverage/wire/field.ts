import type { Cursor } from "../document/cursor.ts";
import { type Breach, type InstancePath, isSamePlace, type Outcome } from "../schema/outcome.ts";
import { itemsOf, type JsonType, propertyNamesOf, propertyOf, typesOf } from "../schema/types.ts";

/** What was read from the wire, and what could not be read. */
export interface Decoded {
  /** `undefined` when it was not sent. What cannot be read stays a string. */
  readonly value: unknown;
  readonly breaches: readonly Breach[];
}

export const NOT_SENT: Decoded = { value: undefined, breaches: [] };

/** Something that is not written in the way in which the document has it written. No coverage item stands for it. */
export function unreadable(at: InstancePath, value: unknown): Decoded {
  return { value, breaches: [{ at }] };
}

/** Adds what could not be read to what a schema has to say, which knows nothing about those places. */
export function withUnreadable(outcome: Outcome, unread: readonly Breach[]): Outcome {
  if (unread.length === 0) return outcome;
  const known = outcome.breaches.filter(({ at }) => !unread.some((each) => isSamePlace(at, each.at)));
  return { ...outcome, breaches: [...known, ...unread] };
}

/** Percent-decodes a string (RFC 3986 section 2.1); in a form, `+` is a space. `undefined` when it is malformed. */
export function decodePercent(text: string, form = false): string | undefined {
  try {
    return decodeURIComponent(form ? text.replaceAll("+", " ") : text);
  } catch {
    return undefined;
  }
}

export function parseJson(text: string, at: InstancePath): Decoded {
  try {
    return { value: JSON.parse(text), breaches: [] };
  } catch {
    return unreadable(at, text);
  }
}

/** How one parameter or field is written. */
export interface FieldStyle {
  readonly name: string;
  readonly style: string;
  readonly explode: boolean;
  /** Media type of the value, where that takes the place of a style. */
  readonly mediaType: string | undefined;
}

/** Types that a value may have; `undefined`: any. */
export type Types = readonly JsonType[] | undefined;

/** A parameter or field, with what has to be known of its schema to read it. */
export interface Field extends FieldStyle {
  readonly types: Types;
  /** Of the items of a list. */
  readonly itemTypes: Types;
  /** Of the properties of an object that the schema lists. */
  readonly members: ReadonlyMap<string, Types>;
  /** Of its other properties. */
  readonly otherTypes: Types;
  /** What lies deeper than that. */
  readonly schema: Cursor;
  /** An error that says where in the document it is. */
  readonly problem: Cursor["problem"];
}

/** Looks the types up once, for all that will be read. */
export function fieldOf(schema: Cursor, style: FieldStyle): Field {
  const items = itemsOf(schema);
  const others = propertyOf(schema, "");
  return {
    ...style,
    types: typesOf(schema),
    itemTypes: items && typesOf(items),
    members: new Map(propertyNamesOf(schema).map((name) => [name, typesOf(propertyOf(schema, name) ?? schema)])),
    otherTypes: others && typesOf(others),
    schema,
    problem: (message) => schema.problem(message),
  };
}

/** The types of a property, listed or not. */
export function memberTypes({ members, otherTypes }: Field, name: string): Types {
  return members.has(name) ? members.get(name) : otherTypes;
}

/** What a string means where a schema allows these types; the string itself when it means nothing else. */
export function scalarOf(text: string, types: Types): unknown {
  const allowed = types ?? ["string"];
  if (text === "" && allowed.includes("null") && !allowed.includes("string")) return null;
  if ((text === "true" || text === "false") && allowed.includes("boolean")) return text === "true";
  // As JSON writes it (RFC 8259 section 6), and a whole number without a fraction: `2.0` and `0x2` are strings.
  if (allowed.includes("integer") && /^-?(0|[1-9]\d*)$/.test(text)) return Number(text);
  if (allowed.includes("number") && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  return text;
}
