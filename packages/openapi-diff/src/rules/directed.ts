import { namedImpact, type Rule, type RuleEntry } from "./rule.ts";

/** The way in which a value travels. Callbacks and webhooks turn it round. */
export type Direction = "request" | "response";

/** What an edit does to the values that a schema allows. `replaces` takes some away and brings others. */
export type Effect = "narrows" | "widens" | "replaces";

/** What generated types show of an edit. Of `literals`, a removed one can be compared with no more. */
type Shown = "type" | "literals" | "nothing";

interface SchemaEntry {
  readonly effect: Effect;
  readonly shown: Shown;
  readonly edit: string;
  /** Where the edit means something else than its effect says. */
  readonly request?: Partial<Omit<RuleEntry, "edit">>;
  readonly response?: Partial<Omit<RuleEntry, "edit">>;
}

/** Fewer values in requests and more in answers break somebody; the other way round, nobody. */
const CONSEQUENCES: Readonly<Record<Direction, Readonly<Record<Effect, string>>>> = {
  request: {
    narrows: "requests that were valid are refused, so check what is sent",
    widens: "requests may send more than before",
    replaces: "requests that were valid are refused, so change what is sent",
  },
  response: {
    narrows: "answers promise more than before",
    widens: "answers may hold what callers do not expect, so handle it",
    replaces: "answers hold something else, so change what reads them",
  },
};

function impactOn(direction: Direction, effect: Effect, shown: Shown): RuleEntry["impact"] {
  const breaks = effect === "replaces" || effect === (direction === "request" ? "narrows" : "widens");
  if (breaks) return shown === "nothing" ? "breaking unseen" : "breaking";
  if (direction === "request") return "addition";
  if (shown === "nothing") return "addition unseen";
  return shown === "literals" ? { wire: "minor", types: "major", validators: "minor" } : "addition";
}

function ruleOf(direction: Direction, { effect, shown, edit, ...special }: SchemaEntry): Rule {
  const { impact = impactOn(direction, effect, shown), consequence = CONSEQUENCES[direction][effect] } =
    special[direction] ?? {};
  return { impact: namedImpact(impact), edit, consequence };
}

/** Both rules of every edit: `request-EDIT` and `response-EDIT`. */
export function directedRules<Edit extends string>(
  edits: Readonly<Record<Edit, SchemaEntry>>,
): Readonly<Record<`${Direction}-${Edit}`, Rule>> {
  const rules = Object.entries<SchemaEntry>(edits).flatMap(([name, entry]) => [
    [`request-${name}`, ruleOf("request", entry)],
    [`response-${name}`, ruleOf("response", entry)],
  ]);
  // The keys are built from those of `edits`.
  return Object.fromEntries(rules) as Readonly<Record<`${Direction}-${Edit}`, Rule>>;
}
