import type { Change, Location } from "../change.ts";
import { fillTemplate } from "../finding.ts";
import { highestImpact, type Impact, type Level, levelOf } from "../impact.ts";
import { RULES } from "../rules/index.ts";

/** One edit as people read it: what it means to requests and to responses stands on the same line. */
export interface Line {
  readonly level: Level;
  readonly impact: Impact;
  readonly location: Location;
  readonly message: string;
  readonly rules: readonly string[];
  /** In how many places the same edit was made. */
  readonly places: number;
}

/** The lines of changes that belong together, in their order. */
export function linesOf(changes: readonly Change[]): Line[] {
  const edits = Map.groupBy(
    changes,
    (change) => `${change.location.side ?? ""} ${change.location.pointer} ${editOf(change, "")}`,
  );
  return [...edits.values()].flatMap((verdicts): Line[] => {
    const [first] = verdicts;
    if (first === undefined) return [];
    const impact = highestImpact(verdicts.map((verdict) => verdict.impact));
    const unique = (texts: readonly (string | undefined)[]): string[] => [
      ...new Set(texts.flatMap((one) => one ?? [])),
    ];
    const edit = editOf(first, unique(verdicts.map(({ facts }) => facts.operation)).join(", "));
    return [
      {
        level: levelOf(impact),
        impact,
        location: {
          ...first.location,
          operations: unique(verdicts.flatMap(({ location }) => location.operations)).sort(),
        },
        message: `${edit}: ${unique(verdicts.map(({ consequence }) => consequence)).join("; ")}`,
        rules: unique(verdicts.map(({ rule }) => rule)),
        places: 1,
      },
    ];
  });
}

/** What was edited in a part that several operations share, with room for the names of all of them. */
function editOf({ rule, facts, edit }: Change, operations: string): string {
  const template = RULES[rule].edit;
  return template.includes("of {operation}") ? fillTemplate(template, { ...facts, operation: operations }) : edit;
}
