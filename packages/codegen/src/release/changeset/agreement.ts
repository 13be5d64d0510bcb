import type { Edition } from "../../generate.ts";
import type { WorkspaceDocument } from "../../workspace.ts";
import type { Change } from "../diff/change.ts";
import type { RuleId } from "../diff/rules/index.ts";
import { type CompileUsage, recordUsage, type UsageError } from "../usage/index.ts";

/** Where code that was written for an earlier edition contradicts what the rules say of the changes since. */
export type Disagreement =
  | {
      readonly kind: "breaks";
      /** What does not compile any more, although no rule says so. */
      readonly errors: readonly UsageError[];
      /** What makes the difference. For the generator, no rule is to blame. */
      readonly cause: "document" | "generator";
    }
  | {
      readonly kind: "compiles";
      /** Rules that say otherwise. */
      readonly rules: readonly RuleId[];
    };

/**
 * Compiles old code with what is generated now. Undefined when the result is what the rules say.
 *
 * @param usage Code that used what was generated from the earlier edition; undefined where none was recorded.
 */
export function findDisagreement(
  before: Edition,
  after: Edition,
  usage: string | undefined,
  changes: readonly Change[],
  document: WorkspaceDocument,
  compile: CompileUsage,
): Disagreement | undefined {
  const rules = new Set(changes.filter(breaksSource).map(({ rule }) => rule));
  const sample = usage ?? recordUsage(before, document, compile);
  const errors = compile(sample, after.targets(), document);
  if (errors.length === 0) return rules.size === 0 ? undefined : { kind: "compiles", rules: [...rules].sort() };
  if (rules.size > 0) return undefined;
  const byGenerator = compile(sample, before.targets(), document);
  return byGenerator.length > 0
    ? { kind: "breaks", errors: byGenerator, cause: "generator" }
    : { kind: "breaks", errors, cause: "document" };
}

/** Whether code that uses generated packages may not compile any more. */
function breaksSource({ impact: { types, surface } }: Change): boolean {
  return types === "major" || surface === "major";
}
