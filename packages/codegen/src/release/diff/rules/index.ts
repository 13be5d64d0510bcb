import { DOCUMENTATION_RULES, NAME_RULES, SECURITY_RULES, SERVER_RULES } from "./document.ts";
import { BODY_RULES, OPERATION_RULES, PARAMETER_RULES, RESPONSE_RULES, WEBHOOK_RULES } from "./operations.ts";
import { type Rule, rulesOf } from "./rule.ts";
import {
  ANNOTATION_EDITS,
  COMPOSITION_EDITS,
  type Direction,
  directedRules,
  KEYWORD_EDITS,
  OBJECT_EDITS,
  TYPE_EDITS,
} from "./schema.ts";

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

/** What everything around operations can be about. */
export type DocumentRule =
  | keyof typeof NAME_RULES
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

export { DOCUMENTATION_RULES } from "./document.ts";
export type { Rule } from "./rule.ts";
export type { Direction } from "./schema.ts";
