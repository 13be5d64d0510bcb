import type { Change, Diff, Location } from "../change.ts";
import { CHANNELS, highestImpact, type Impact, type Level, levelOf } from "../impact.ts";

/** One edit as people read it: what it means to requests and to answers stands on the same line. */
interface Line {
  readonly level: Level;
  readonly impact: Impact;
  readonly location: Location;
  readonly message: string;
  readonly rules: readonly string[];
}

/** What was edited in one component or operation. */
export interface Group {
  readonly name: string;
  readonly operations: readonly string[];
  readonly lines: readonly Line[];
}

/** The edits of each component and operation; the most severe first. */
export function groupsOf({ changes }: Diff): Group[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) groups.set(change.group, [...(groups.get(change.group) ?? []), change]);
  return [...groups].map(([name, members]) => ({
    name,
    operations: [...new Set(members.flatMap(({ location }) => location.operations))].sort(),
    lines: linesOf(members),
  }));
}

function linesOf(changes: readonly Change[]): Line[] {
  const edits = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.location.side ?? ""} ${change.location.pointer} ${change.edit}`;
    edits.set(key, [...(edits.get(key) ?? []), change]);
  }
  return [...edits.values()].flatMap((verdicts): Line[] => {
    const [first] = verdicts;
    if (first === undefined) return [];
    const impact = highestImpact(verdicts.map((verdict) => verdict.impact));
    const consequences = [...new Set(verdicts.map(({ consequence }) => consequence))];
    const message = `${first.edit}: ${consequences.join("; ")}`;
    const rules = verdicts.map(({ rule }) => rule);
    return [{ level: levelOf(impact), impact, location: first.location, message, rules }];
  });
}

/** `wire and types major, docs patch`, by level. */
export function impactText(impact: Impact): string {
  const levels: readonly Level[] = ["major", "minor", "patch"];
  const parts = levels.flatMap((level) => {
    const channels = CHANNELS.filter((channel) => impact[channel] === level);
    return channels.length === 0 ? [] : [`${level}: ${channels.join(", ")}`];
  });
  return parts.length === 0 ? "no impact" : parts.join("; ");
}

/** `2 major, 1 minor`. */
export function countsOf(groups: readonly Group[]): string {
  const levels = groups.flatMap(({ lines }) => lines.map(({ level }) => level));
  return (["major", "minor", "patch"] as const)
    .map((level) => [levels.filter((one) => one === level).length, level] as const)
    .filter(([count]) => count > 0)
    .map(([count, level]) => `${count} ${level}`)
    .join(", ");
}

/** As many operations as a reader takes in. */
export function operationsText(operations: readonly string[], most: number): string {
  const shown = operations.slice(0, most);
  const more = operations.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
