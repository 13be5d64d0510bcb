import { DOCUMENT_RULES, DOCUMENTATION_RULES } from "./document.ts";
import { OPERATION_RULES } from "./operations.ts";
import { type IdIn, type Rule, rulesIn } from "./rule.ts";
import {
  ANNOTATION_EDITS,
  type Direction,
  directedRules,
  type EditIn,
  type Effect,
  effectsIn,
  VALUE_EDITS,
} from "./schemas.ts";

/** An edit of a schema, which means one thing in requests and another one in responses. */
export type SchemaEdit = EditIn<typeof VALUE_EDITS> | EditIn<typeof ANNOTATION_EDITS>;

/** What operations, their parameters, bodies and responses can be about. */
export type OperationRule = IdIn<typeof OPERATION_RULES>;

/** What everything around operations can be about. */
export type DocumentRule = IdIn<typeof DOCUMENT_RULES> | keyof typeof DOCUMENTATION_RULES;

export type RuleId = OperationRule | DocumentRule | `${Direction}-${SchemaEdit}`;

/** Every rule by its id: the one registry. */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  ...rulesIn(OPERATION_RULES),
  ...rulesIn(DOCUMENT_RULES),
  ...rulesIn({ "- - - - patch": DOCUMENTATION_RULES }),
  ...directedRules(VALUE_EDITS),
  ...directedRules(ANNOTATION_EDITS),
};

/** The ids of all rules. */
export const RULE_IDS: readonly string[] = Object.keys(RULES);

/**
 * What a rule says, by its id.
 *
 * @throws {Error} when there is no such rule.
 */
export function ruleById(id: string): Rule {
  // Any id: what comes of others is looked at.
  const rule: Rule | undefined = RULES[id as RuleId];
  if (rule === undefined) throw new Error(`expected the id of a rule in RULES.md, received ${id}`);
  return rule;
}

const VALUE_EFFECTS = effectsIn(VALUE_EDITS);
const ANNOTATION_EFFECTS = effectsIn(ANNOTATION_EDITS);

/** Whether a rule is about an edit of a schema, in requests or in responses. */
export function isDirected(rule: RuleId): boolean {
  const edit = editOf(rule);
  return edit !== rule && (VALUE_EFFECTS.has(edit) || ANNOTATION_EFFECTS.has(edit));
}

/** What an edit of a schema does to the values that match it; undefined where it is about something else. */
export function effectOf(rule: RuleId): Effect | undefined {
  return RULES[rule].impact.wire === "none" ? undefined : VALUE_EFFECTS.get(editOf(rule));
}

/** The edit that a rule for requests and one for responses are about. */
function editOf(rule: RuleId): string {
  return rule.replace(/^(request|response)-/, "");
}

export { DOCUMENTATION_RULES } from "./document.ts";
export type { Rule } from "./rule.ts";
export type { Direction } from "./schemas.ts";
