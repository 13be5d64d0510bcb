import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isAtOrBelow } from "../json/json-pointer.ts";
import { allRules } from "./checks.ts";

/** What is made of a rule: another severity, nothing at all, or nothing at some places. */
export type RuleSetting = "off" | "warning" | "error" | readonly RuleException[];

/** A place where a rule does not hold. */
export interface RuleException {
  /**
   * JSON Pointer, such as `#/paths/~1orders/get`: that place, and all below it, in any document. Of a document in several
   * files, it leads into the file that the diagnostic names.
   */
  readonly at: string;
  /** Why it does not hold there. */
  readonly reason: string;
}

/** Settings by the ids of rules. */
export type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** Whether settings can change what a rule says: not where there is no document without it. */
export function isSettable(rule: string): boolean {
  return allRules().get(rule)?.ground !== "reading";
}

/** Diagnostics as settings want them. */
export function applyRules(
  diagnostics: readonly Diagnostic[],
  settings: RuleSettings,
): { readonly diagnostics: readonly Diagnostic[]; readonly used: ReadonlySet<RuleException> } {
  const used = new Set<RuleException>();
  const kept = diagnostics.flatMap((one) => {
    const setting = isSettable(one.rule) ? settings[one.rule] : undefined;
    if (setting === "off") return [];
    if (typeof setting === "string") return [{ ...one, severity: setting }];
    const exceptions = setting?.filter(({ at }) => isAtOrBelow(one.pointer, at)) ?? [];
    for (const exception of exceptions) used.add(exception);
    return exceptions.length > 0 ? [] : [one];
  });
  return { diagnostics: kept, used };
}
