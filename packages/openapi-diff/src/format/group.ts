import type { Change, Diff, Location } from "../diff/change.ts";
import { fillTemplate } from "../findings/finding.ts";
import { highestImpact, type Impact, LEVELS, type Level, levelOf } from "../rules/impact.ts";
import { ruleById } from "../rules/index.ts";

/** What was edited in one component or operation. */
export interface Group {
  readonly name: string;
  readonly operations: readonly string[];
  readonly lines: readonly Line[];
}

/** The same edit in as many places is one line, of a group of its own. */
const REPEATED = 3;

/** The edits of each component and operation; the most severe first. */
export function groupsOf({ changes }: Diff): Group[] {
  const members = Map.groupBy(changes, ({ group }) => group);
  const groups = [...members].map(([name, list]) => groupOf(name, linesOf(list)));
  const byMessage = Map.groupBy(
    groups.flatMap(({ lines }) => lines),
    ({ message }) => message,
  );
  const repeated = [...byMessage.values()].filter((lines) => lines.length >= REPEATED);
  if (repeated.length === 0) return groups;
  const messages = new Set(repeated.flatMap(([line]) => line?.message ?? []));
  const others = groups.map(({ name, lines }) =>
    groupOf(
      name,
      lines.filter(({ message }) => !messages.has(message)),
    ),
  );
  const merged = groupOf("several places", repeated.flatMap(mergedLine));
  return [...others.filter(({ lines }) => lines.length > 0), merged].sort((a, b) => severity(b) - severity(a));
}

function groupOf(name: string, lines: readonly Line[]): Group {
  const operations = new Set(lines.flatMap(({ location }) => location.operations));
  return { name, operations: [...operations].sort(), lines };
}

function mergedLine(lines: readonly Line[]): Line[] {
  const [first] = lines;
  if (first === undefined) return [];
  const operations = lines.flatMap(({ location }) => location.operations);
  return [{ ...first, location: { ...first.location, operations }, places: lines.length }];
}

/** The lines of a group are sorted, most severe first. */
function severity({ lines }: Group): number {
  return Math.max(...lines.map(({ level }) => LEVELS.indexOf(level)));
}

/** `2 major, 1 minor`. */
export function countsOf(groups: readonly Group[]): string {
  const levels = groups.flatMap(({ lines }) => lines.map(({ level }) => level));
  return (["major", "minor", "patch"] as const)
    .map((level: Level) => [levels.filter((one) => one === level).length, level] as const)
    .filter(([count]) => count > 0)
    .map(([count, level]) => `${count} ${level}`)
    .join(", ");
}

/** As many as a reader takes in. */
export function shortList(names: readonly string[], most: number): string {
  const shown = names.length > most + 1 ? names.slice(0, most) : names;
  const more = names.length - shown.length;
  return `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

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
function linesOf(changes: readonly Change[]): Line[] {
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
  const template = ruleById(rule).edit;
  return template.includes("of {operation}") ? fillTemplate(template, { ...facts, operation: operations }) : edit;
}
