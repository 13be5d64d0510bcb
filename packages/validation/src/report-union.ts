import { type Check, MOST_ISSUES, type Scope } from "./check.ts";
import type { Issue, Path } from "./issue.ts";
import { message } from "./message.ts";
import { recalling } from "./recall.ts";

/** So many issues tell how close a value is to an alternative. */
const ENOUGH = 10;

/** The issues of one alternative, which stop a check when there is no more room among those of the whole value. */
class Branch extends Array<Issue> {
  readonly room: { left: number };
  /** Whether unions in it say no more than that they do not match. */
  readonly isBrief: boolean;

  constructor(room: { left: number }, isBrief: boolean) {
    super();
    this.room = room;
    this.isBrief = isBrief;
  }

  override push(issue: Issue): number {
    super.push(issue);
    return --this.room.left > 0 ? 0 : MOST_ISSUES;
  }
}

/**
 * Reports that a value matches none, or more than one, of several alternatives, with what each of them says, the closest
 * first: there is room for 100 issues of a value, and those of an alternative that is not meant tell least.
 */
export function reportUnion(
  issues: Issue[] | undefined,
  path: Path | undefined,
  code: "anyOf" | "oneOf",
  value: unknown,
  checks: readonly Check[],
  scope?: Scope,
): boolean {
  if (!issues) return true;
  // Who collects says where.
  const at = path as Path;
  const expected = checks.length;
  const branches: (readonly Issue[])[] = [];
  const isFull = issues.push({ path: at, code, message: message(code, expected, value), expected, value, branches });
  if (issues instanceof Branch && issues.isBrief) return isFull >= MOST_ISSUES;
  const room = issues instanceof Branch ? issues.room : { left: MOST_ISSUES - countOf(issues) };
  recalling(() => {
    const collect = (check: Check, branch: Branch): Branch => {
      if (branch.room.left > 0) check(value, branch, at, scope);
      return branch;
    };
    const ranked = checks.map((check) => ({
      check,
      distance: distanceOf(collect(check, new Branch({ left: ENOUGH }, true)), at),
    }));
    ranked.sort((a, b) => a.distance - b.distance);
    for (const { check } of ranked) branches.push([...collect(check, new Branch(room, false))]);
  });
  return room.left <= 0 || issues.length >= MOST_ISSUES;
}

/**
 * How far a value is from an alternative: as many steps as there are issues, and more where its type or the value of a
 * property that tells alternatives apart says that another one is meant.
 */
function distanceOf(branch: readonly Issue[], at: Path): number {
  return branch.reduce((sum, { code, path }) => {
    if (path.length === at.length) return sum + (code === "type" ? 100 * ENOUGH : 1);
    const isTag = path.length === at.length + 1 && /^(const|enum|discriminator)$/.test(code);
    return sum + (isTag ? ENOUGH : 1);
  }, 0);
}

function countOf(issues: readonly Issue[]): number {
  return issues.reduce((sum, { branches = [] }) => sum + 1 + countOf(branches.flat()), 0);
}
