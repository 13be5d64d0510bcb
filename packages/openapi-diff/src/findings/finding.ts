import { code, visible } from "@earmark/openapi";
import type { RuleId } from "../rules/index.ts";
import type { Place } from "./place.ts";

export { code };

/** What a comparison found: a rule, where it applies, and the words that complete its message. */
export interface Finding {
  readonly kind: "finding";
  readonly rule: RuleId;
  readonly place: Place;
  /** Whether both documents have the place, or only the one that it is in. */
  readonly inBoth: boolean;
  readonly facts: Facts;
  /** Whether generated types show it, if they show what the rule is about at all. */
  readonly isTyped: boolean;
}

/** What fills the `{placeholders}` of a message. */
export type Facts = Readonly<Record<string, string>>;

/** A change of what both documents have. */
export function foundInBoth(rule: RuleId, place: Place, facts: Facts): Finding {
  return { kind: "finding", rule, place, inBoth: true, facts, isTyped: true };
}

/** What only one document has. */
export function foundInOne(rule: RuleId, place: Place, facts: Facts): Finding {
  return { kind: "finding", rule, place, inBoth: false, facts, isTyped: true };
}

/** A message with its `{placeholders}` filled in; what is quoted in the template stays quoted. */
export function fillTemplate(template: string, facts: Facts): string {
  return template.replaceAll(/(`?)\{(\w+)\}\1/g, (text, quote: string, name: string) => {
    const fact = facts[name];
    if (fact === undefined) return text;
    return quote === "" ? visible(fact) : code(fact);
  });
}
