import { type Impact, impactOf } from "../impact.ts";

/** What an edit of a document means. The same rule always has the same impact. */
export interface Rule {
  readonly impact: Impact;
  /** What was edited, with `{placeholders}`. */
  readonly edit: string;
  /** What that does to whom. */
  readonly consequence: string;
}

/** A rule as a table has it: an impact that many share goes by a name. */
export interface RuleEntry {
  readonly impact: Partial<Impact> | keyof typeof IMPACTS;
  readonly edit: string;
  readonly consequence: string;
}

const IMPACTS = {
  /** For running programs and compiled source code alike. */
  breaking: { wire: "major", types: "major", validators: "major" },
  /** As `breaking`, and names are gone. */
  "breaking all": { wire: "major", types: "major", validators: "major", surface: "major" },
  /** Programs fail although their source code compiles as before. */
  "breaking unseen": { wire: "major", types: "patch", validators: "major" },
  /** Programs go on; source code that uses the name does not compile. */
  renaming: { types: "major", surface: "major" },
  /** Something new that nobody has to use. */
  addition: { wire: "minor", types: "minor", validators: "minor" },
  /** As `addition`, and there is a new name. */
  "named addition": { wire: "minor", types: "minor", validators: "minor", surface: "minor" },
  /** Validators know it, declarations look as before. */
  "addition unseen": { wire: "minor", types: "patch", validators: "minor" },
  documentation: { docs: "patch" },
} as const;

/** The impact that an entry means. */
export function namedImpact(impact: RuleEntry["impact"]): Impact {
  return impactOf(typeof impact === "string" ? IMPACTS[impact] : impact);
}

/** The rules of a table. */
export function rulesOf<Id extends string>(table: Readonly<Record<Id, RuleEntry>>): Readonly<Record<Id, Rule>> {
  const entries = Object.entries<RuleEntry>(table);
  const rules = entries.map(([id, entry]) => [id, { ...entry, impact: namedImpact(entry.impact) }]);
  // The keys are those of the table.
  return Object.fromEntries(rules) as Readonly<Record<Id, Rule>>;
}
