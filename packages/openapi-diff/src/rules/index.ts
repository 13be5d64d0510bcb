import { BODY_RULES } from "./bodies.ts";
import { type Direction, directedRules, type Effect } from "./directed.ts";
import { DOCUMENTATION_RULES, SERVER_RULES } from "./document.ts";
import { NAME_RULES } from "./names.ts";
import { OPERATION_RULES, WEBHOOK_RULES } from "./operations.ts";
import { PARAMETER_RULES } from "./parameters.ts";
import { RESPONSE_RULES } from "./responses.ts";
import { type Rule, rulesOf } from "./rule.ts";
import { ANNOTATION_EDITS } from "./schema-annotations.ts";
import { COMPOSITION_EDITS } from "./schema-composition.ts";
import { KEYWORD_EDITS } from "./schema-keywords.ts";
import { OBJECT_EDITS } from "./schema-objects.ts";
import { TYPE_EDITS } from "./schema-types.ts";
import { SECURITY_RULES } from "./security.ts";

/** An edit of a schema, which means one thing in requests and another one in answers. */
export type SchemaEdit =
  | keyof typeof TYPE_EDITS
  | keyof typeof OBJECT_EDITS
  | keyof typeof KEYWORD_EDITS
  | keyof typeof COMPOSITION_EDITS
  | keyof typeof ANNOTATION_EDITS;

/** What operations, their parameters, bodies and responses can be about. */
export type OperationRule =
  | keyof typeof OPERATION_RULES
  | keyof typeof WEBHOOK_RULES
  | keyof typeof PARAMETER_RULES
  | keyof typeof BODY_RULES
  | keyof typeof RESPONSE_RULES;

/** What the names of schemas, and of what is generated from them, can be about. */
type NameRule = keyof typeof NAME_RULES;

/** What everything around operations can be about. */
export type DocumentRule =
  | NameRule
  | keyof typeof SECURITY_RULES
  | keyof typeof SERVER_RULES
  | keyof typeof DOCUMENTATION_RULES;

export type RuleId = OperationRule | DocumentRule | `${Direction}-${SchemaEdit}`;

/** Every rule by its id: the one registry. */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  ...rulesOf(OPERATION_RULES),
  ...rulesOf(WEBHOOK_RULES),
  ...rulesOf(PARAMETER_RULES),
  ...rulesOf(BODY_RULES),
  ...rulesOf(RESPONSE_RULES),
  ...rulesOf(NAME_RULES),
  ...rulesOf(SECURITY_RULES),
  ...rulesOf(SERVER_RULES),
  ...rulesOf(DOCUMENTATION_RULES),
  ...directedRules(TYPE_EDITS),
  ...directedRules(OBJECT_EDITS),
  ...directedRules(KEYWORD_EDITS),
  ...directedRules(COMPOSITION_EDITS),
  ...directedRules(ANNOTATION_EDITS),
};

/** What edits of schemas do to the values that match, annotations left aside. */
const EFFECTS = { ...TYPE_EDITS, ...OBJECT_EDITS, ...KEYWORD_EDITS, ...COMPOSITION_EDITS };

/** Whether a rule is about an edit of a schema, in requests or in answers. */
export function isDirected(rule: RuleId): boolean {
  const edit = editOf(rule);
  return edit !== rule && (edit in EFFECTS || edit in ANNOTATION_EDITS);
}

/** What an edit of a schema does to the values that match it; undefined where it is about something else. */
export function effectOf(rule: RuleId): Effect | undefined {
  const effects: Readonly<Record<string, { readonly effect: Effect }>> = EFFECTS;
  return RULES[rule].impact.wire === "none" ? undefined : effects[editOf(rule)]?.effect;
}

/** The edit that a rule for requests and one for answers are about. */
function editOf(rule: RuleId): string {
  return rule.replace(/^(request|response)-/, "");
}

export type { Direction } from "./directed.ts";
export { DOCUMENTATION_RULES } from "./document.ts";
export type { Rule } from "./rule.ts";
