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

/** The levels on wire, types, validators, surface and docs, in this order. */
export type ImpactWords = `${LevelWord} ${LevelWord} ${LevelWord} ${LevelWord} ${LevelWord}`;

export function ruleOf(impact: ImpactWords, edit: string, consequence: string): Rule {
  const levels = impact.split(" ").map((level, index) => [CHANNELS[index], level === "-" ? "none" : level]);
  // The type of the words has it that these are the channels, each with a level.
  return { impact: impactOf(Object.fromEntries(levels) as Impact), edit, consequence };
}

/** Rules by their impact, each with what was edited and what that does to whom. */
type RuleTable = {
  readonly [Words in ImpactWords]?: Readonly<Record<string, readonly [edit: string, consequence: string]>>;
};

/** The ids of the rules in a table. */
export type IdIn<Table extends RuleTable> = { [Words in keyof Table]: keyof Table[Words] & string }[keyof Table];

/** The rules of a table. */
export function rulesIn<Table extends RuleTable>(table: Table): Readonly<Record<IdIn<Table>, Rule>> {
  const rules = Object.entries(table).flatMap(([impact, rows]) =>
    // The keys of a table are such words.
    Object.entries(rows).map(([id, [edit, consequence]]) => [id, ruleOf(impact as ImpactWords, edit, consequence)]),
  );
  return Object.fromEntries(rules) as Readonly<Record<IdIn<Table>, Rule>>;
}
