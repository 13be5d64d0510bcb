import { CHANNELS, type Impact, impactOf, type Level } from "./impact.ts";

/** What an edit of a document means. The same rule always has the same impact. */
export interface Rule {
  readonly impact: Impact;
  /** What was edited, with `{placeholders}`. */
  readonly edit: string;
  /** What that does to whom. */
  readonly consequence: string;
}

type LevelWord = Exclude<Level, "none"> | "-";

/** A rule as a table has it. Its impact is the levels on wire, types, validators, surface and docs. */
export type RuleRow = readonly [
  impact: `${LevelWord} ${LevelWord} ${LevelWord} ${LevelWord} ${LevelWord}`,
  edit: string,
  consequence: string,
];

export function ruleOf([impact, edit, consequence]: RuleRow): Rule {
  const levels = impact.split(" ").map((level, index) => [CHANNELS[index], level === "-" ? "none" : level]);
  // The type of a row has it that these are the channels, each with a level.
  return { impact: impactOf(Object.fromEntries(levels) as Impact), edit, consequence };
}

/** The rules of a table. */
export function rulesOf<Id extends string>(table: Readonly<Record<Id, RuleRow>>): Readonly<Record<Id, Rule>> {
  const rules = Object.entries<RuleRow>(table).map(([id, row]) => [id, ruleOf(row)]);
  // The keys are those of the table.
  return Object.fromEntries(rules) as Readonly<Record<Id, Rule>>;
}
