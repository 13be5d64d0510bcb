import type { Change, Location } from "../change.ts";
import { highestImpact, type Impact, type Level, levelOf } from "../impact.ts";

/** One edit as people read it: what it means to requests and to answers stands on the same line. */
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
  const edits = Map.groupBy(changes, ({ edit, location: { side, pointer } }) => `${side ?? ""} ${pointer} ${edit}`);
  return [...edits.values()].flatMap((verdicts): Line[] => {
    const [first] = verdicts;
    if (first === undefined) return [];
    const impact = highestImpact(verdicts.map((verdict) => verdict.impact));
    const consequences = [...new Set(verdicts.map(({ consequence }) => consequence))];
    return [
      {
        level: levelOf(impact),
        impact,
        location: first.location,
        message: `${first.edit}: ${consequences.join("; ")}`,
        rules: verdicts.map(({ rule }) => rule),
        places: 1,
      },
    ];
  });
}
