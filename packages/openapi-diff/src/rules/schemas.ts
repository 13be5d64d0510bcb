import { type ImpactWords, type Rule, ruleOf } from "./rule.ts";

/** The way in which a value travels. Callbacks and webhooks turn it round. */
export type Direction = "request" | "response";

/** What an edit does to the values that a schema allows. `replaces` takes some away and brings others. */
export type Effect = "narrows" | "widens" | "replaces";

/** What generated types show of an edit. Of `literals`, a removed one can be compared with no more. */
type Shown = "type" | "literals" | "nothing";

/** What was edited, with `{placeholders}`, and what that does to whom where it is something else than its effect says. */
type EditRow =
  | string
  | {
      readonly edit: string;
      readonly request?: readonly [consequence: string, impact?: ImpactWords];
      readonly response?: readonly [consequence: string, impact?: ImpactWords];
    };

/** Edits by their effect, and by what types show of them. */
type EditTable = { readonly [E in Effect]?: { readonly [S in Shown]?: Readonly<Record<string, EditRow>> } };

/** The edits in a table. */
export type EditIn<Table extends EditTable> = {
  [E in keyof Table]: { [S in keyof Table[E]]: keyof Table[E][S] & string }[keyof Table[E]];
}[keyof Table];

/** What decides which values match. */
export const VALUE_EDITS = {
  narrows: {
    type: {
      "type-narrowed": "{subject} narrowed its type from {before} to {after}",
      "became-not-nullable": {
        edit: "{subject} may not be null any more",
        request: ["requests that send null are refused"],
        response: ["callers need not be ready for null"],
      },
      "became-enum": "{subject} is limited to {values}",
      "property-added": {
        edit: "{subject} was added",
        request: ["requests may send it", "minor minor minor - -"],
        response: ["responses may hold it"],
      },
      "required-property-added": {
        edit: "{subject} was added, and is required",
        request: ["requests without it are refused, so send it"],
        response: ["responses always hold it"],
      },
      "property-became-required": {
        edit: "{subject} is required now",
        request: ["requests without it are refused, so send it"],
        response: ["responses always hold it"],
      },
      "index-signature-removed": {
        edit: "{subject} does not say any more that it may have properties that are not listed",
        request: ["its type does not allow writing them", "- major - - -"],
        response: ["its type does not allow reading them", "- major - - -"],
      },
      "property-pattern-added": "{subject} limits properties that match {pattern}",
      "alternatives-demanded": "{subject} must match one of several schemas too",
    },
    literals: {
      "enum-value-removed": {
        edit: "{subject} lost {values}",
        request: ["requests that send it are refused"],
        response: ["responses do not hold it any more, and code that compares with it does not compile"],
      },
      // Where properties that are not listed were written out, declarations have an index signature for them.
      "known-additional-properties-forbidden": "{subject} may not have properties that are not listed any more",
      "alternative-removed": "{subject} may not be {member} any more",
    },
    nothing: {
      "number-became-integer": "{subject} may have no fraction any more",
      "additional-properties-forbidden": "{subject} may not have properties that are not listed any more",
      "limit-tightened": "{subject} tightened `{keyword}` from {before} to {after}",
      // A pattern cannot be weighed against another one, and few callers take a response apart by it.
      "pattern-added": "{subject} must match {after} now",
      "format-added": "{subject} has the format {after} now",
      "format-narrowed": "{subject} narrowed its format from {before} to {after}",
      "keyword-added": "{subject} is held to `{keyword}` now",
      // Of what it holds, more or less allowed may be less or more of the whole.
      "keyword-tightened": "{subject} allows less by `{keyword}`: {edits}",
    },
  },
  widens: {
    type: {
      "type-widened": "{subject} widened its type from {before} to {after}",
      "became-nullable": {
        edit: "{subject} may be null now",
        request: ["requests may send null"],
        response: ["callers must be ready for null"],
      },
      "became-open": "{subject} is not limited to {values} any more",
      "property-became-optional": {
        edit: "{subject} is not required any more",
        request: ["requests may leave it out"],
        response: ["responses may lack it, so be ready for that"],
      },
      "index-signature-added": {
        edit: "{subject} says that it may have properties that are not listed",
        request: ["its type allows reading and writing them", "- minor - - -"],
        response: ["its type allows reading them", "- minor - - -"],
      },
      "property-pattern-removed": "{subject} does not limit properties that match {pattern} any more",
      "alternative-added": "{subject} may be {member} too",
      "alternatives-dropped": "{subject} need not match one of several schemas any more",
    },
    literals: {
      "enum-value-added": {
        edit: "{subject} gained {values}",
        request: ["requests may send it"],
        response: ["responses may hold it, so be ready for a value that is not known"],
      },
    },
    nothing: {
      "integer-became-number": "{subject} may have a fraction now",
      // An object that may have other properties than it lists is no surprise to those who read the listed ones.
      "additional-properties-allowed": {
        edit: "{subject} may have properties that are not listed",
        response: ["callers see no difference in what they rely on", "minor patch minor - -"],
      },
      "limit-loosened": "{subject} loosened `{keyword}` from {before} to {after}",
      "pattern-removed": {
        edit: "{subject} need not match {before} any more",
        response: ["callers see no difference in what they rely on", "minor patch minor - -"],
      },
      "format-removed": "{subject} does not have the format {before} any more",
      "format-widened": "{subject} widened its format from {before} to {after}",
      "keyword-removed": "{subject} is not held to `{keyword}` any more",
      "keyword-loosened": "{subject} allows more by `{keyword}`: {edits}",
    },
  },
  replaces: {
    type: {
      "type-changed": "{subject} changed its type from {before} to {after}",
      "property-removed": {
        edit: "{subject} was removed",
        request: ["requests that send it are refused, or it is ignored"],
        response: ["callers that read it find nothing"],
      },
      "property-renamed": {
        edit: "{subject} was renamed to `{after}`",
        request: ["requests that send the old name are refused, or it is ignored"],
        response: ["callers that read the old name find nothing"],
      },
      "bytes-became-text": "{subject} changed from bytes to a string",
      "text-became-bytes": "{subject} changed from a string to bytes",
      "discriminator-changed": {
        edit: "{subject} changed its discriminator",
        request: ["alternatives are told apart in another way", "minor major minor - -"],
        response: ["alternatives are told apart in another way", "minor major minor - -"],
      },
    },
    nothing: {
      "limit-changed": "{subject} changed `{keyword}` from {before} to {after}",
      "pattern-changed": {
        edit: "{subject} must match {after} instead of {before}",
        response: ["callers see no difference in what they rely on", "minor patch minor - -"],
      },
      "format-changed": "{subject} changed its format from {before} to {after}",
      "keyword-changed": "{subject} changed `{keyword}`",
    },
  },
} as const;

/** What does not decide it. */
export const ANNOTATION_EDITS = {
  narrows: {
    type: {
      "became-not-write-only": {
        edit: "{subject} is not writeOnly any more",
        request: ["callers see no difference in what they rely on", "minor patch minor - -"],
        response: ["responses may hold it"],
      },
    },
    nothing: {
      "extensible-value-removed": {
        edit: "{subject} lost {values} in `x-extensible-enum`",
        request: ["requests that send it are refused", "major - - - -"],
        response: ["responses do not hold it any more", "minor - - - -"],
      },
      "became-read-only": {
        edit: "{subject} became readOnly",
        request: ["requests need not send it, and it is ignored", "minor patch minor - -"],
        response: ["responses are as before", "- patch - - -"],
      },
    },
  },
  widens: {
    nothing: {
      // Generated code knows nothing of it; callers that read the document do.
      "extensible-value-added": {
        edit: "{subject} gained {values} in `x-extensible-enum`",
        request: ["requests may send it", "minor - - - -"],
        response: ["responses may hold it, as announced", "minor - - - -"],
      },
      "became-not-read-only": {
        edit: "{subject} is not readOnly any more",
        response: ["responses are as before", "- patch - - -"],
      },
    },
  },
  replaces: {
    type: {
      "became-write-only": {
        edit: "{subject} became writeOnly",
        request: ["callers see no difference in what they rely on", "minor patch minor - -"],
        response: ["callers that read it find nothing"],
      },
    },
    nothing: {
      "became-deprecated": {
        edit: "{subject} became deprecated",
        request: ["callers should leave it out", "minor minor - - -"],
        response: ["callers should not rely on it", "minor minor - - -"],
      },
      "became-not-deprecated": {
        edit: "{subject} is not deprecated any more",
        request: ["editors do not strike it out any more", "- patch - - patch"],
        response: ["editors do not strike it out any more", "- patch - - patch"],
      },
      "default-changed": {
        edit: "{subject} changed its default from {before} to {after}",
        request: ["requests that leave it out mean something else", "major minor - - -"],
        response: ["responses are as before", "- - - - patch"],
      },
    },
  },
} as const;

/** Every edit of a table, with its effect. */
function* editsIn(table: EditTable): Generator<[edit: string, row: EditRow, effect: Effect, shown: Shown]> {
  for (const effect of ["narrows", "widens", "replaces"] as const)
    for (const shown of ["type", "literals", "nothing"] as const)
      for (const [edit, row] of Object.entries(table[effect]?.[shown] ?? {})) yield [edit, row, effect, shown];
}

/** What each edit of a table does. */
export function effectsIn(table: EditTable): ReadonlyMap<string, Effect> {
  return new Map([...editsIn(table)].map(([edit, , effect]) => [edit, effect]));
}

/** Fewer values in requests and more in responses break callers; the other way round, none. */
const CONSEQUENCES: Readonly<Record<Direction, Readonly<Record<Effect, string>>>> = {
  request: {
    narrows: "requests that were valid are refused, so check what is sent",
    widens: "requests may send more than before",
    replaces: "requests that were valid are refused, so change what is sent",
  },
  response: {
    narrows: "responses promise more than before",
    widens: "responses may hold what callers do not expect, so handle it",
    replaces: "responses hold something else, so change what reads them",
  },
};

function impactOn(direction: Direction, effect: Effect, shown: Shown): ImpactWords {
  const breaks = effect === "replaces" || effect === (direction === "request" ? "narrows" : "widens");
  // Where declarations look as before, programs fail although their source code compiles.
  if (breaks) return shown === "nothing" ? "major patch major - -" : "major major major - -";
  if (direction === "request") return "minor minor minor - -";
  if (shown === "nothing") return "minor patch minor - -";
  return shown === "literals" ? "minor major minor - -" : "minor minor minor - -";
}

/** Both rules of every edit: `request-EDIT` and `response-EDIT`. */
export function directedRules<Table extends EditTable>(
  table: Table,
): Readonly<Record<`${Direction}-${EditIn<Table>}`, Rule>> {
  const rules = [...editsIn(table)].flatMap(([name, row, effect, shown]) =>
    (["request", "response"] as const).map((direction) => {
      const { edit, ...special } = typeof row === "string" ? { edit: row } : row;
      const [consequence, impact] = special[direction] ?? [CONSEQUENCES[direction][effect]];
      return [`${direction}-${name}`, ruleOf(impact ?? impactOn(direction, effect, shown), edit, consequence)];
    }),
  );
  // The keys are built from those of the table.
  return Object.fromEntries(rules) as Readonly<Record<`${Direction}-${EditIn<Table>}`, Rule>>;
}
