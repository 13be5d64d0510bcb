import type { CharSet } from "refa";
import { Budget, Explosion, Matcher, type Program, Undecided } from "./backtracking.ts";

/** How long a backtracking matcher takes for the worst string that was found. */
export interface PatternCost {
  readonly growth: "bounded" | "exponential" | "polynomial";
  readonly string: string;
}

/** Steps of each part of an analysis: some tenths of a second. */
const STEPS = 5_000_000;
/** Steps of a matcher that take a noticeable part of a second. */
const TOO_MANY = 10_000_000;
/** A string of this length must take no time that a user notices. */
const USUAL_LENGTH = 60;
/** The length up to which growth is measured where nothing bounds the length. */
const LONG = 180;
/** The greatest length that is looked at; of longer ones, the growth tells. */
const GREATEST_LENGTH = 360;

/**
 * Whether a string can keep a matcher busy; undefined if none was found. Looked for are strings that can be read in as
 * many ways as possible, up to the greatest length that there is, and how many steps a matcher takes for them is counted.
 * What is too large for that is looked at for shorter strings, and then without the bounds of its repetitions.
 *
 * @throws {Undecided} when that takes too many steps itself.
 */
export function worstCost(pattern: RegExp, maxLength: number = Number.POSITIVE_INFINITY): PatternCost | undefined {
  const isBounded = Number.isFinite(maxLength);
  try {
    const cost = undecidedTo(
      () => costUpTo(pattern, maxLength),
      () => costUpTo(pattern, Math.min(maxLength, USUAL_LENGTH)) ?? roughCost(pattern, maxLength),
      () => roughCost(pattern, maxLength),
    );
    return cost?.growth === "bounded" && !isBounded ? { ...cost, growth: "exponential" } : cost;
  } catch (error) {
    if (error instanceof Explosion) return { growth: isBounded ? "bounded" : "exponential", string: "" };
    // The groups of a pattern are gone through by recursion, here and where it is parsed.
    throw error instanceof RangeError ? new Undecided("too deep") : error;
  }
}

/** What the first attempt gives that comes to an end. */
function undecidedTo<T>(...[attempt, ...others]: readonly [() => T, ...(readonly (() => T)[])]): T {
  const [next, ...more] = others;
  if (next === undefined) return attempt();
  try {
    return attempt();
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    return undecidedTo(next, ...more);
  }
}

/** @throws {Undecided} where nothing is found, since a string may match then that does not match with the bounds. */
function roughCost(pattern: RegExp, maxLength: number): PatternCost {
  const cost = costUpTo(pattern, maxLength, true);
  if (cost?.growth !== "exponential") throw new Undecided("bounds decide");
  return cost;
}

function costUpTo(pattern: RegExp, maxLength: number, isRough = false): PatternCost | undefined {
  const length = Number.isFinite(maxLength) ? Math.min(maxLength, GREATEST_LENGTH) : LONG;
  const search = new Search(new Matcher(pattern, isRough ? undefined : length, new Budget(STEPS)));
  const bodies = search.ambiguous(length, new Budget(STEPS));
  const cost = new Budget(4 * STEPS);
  const worst = (most: number, from: "anywhere" | "start"): Attempt => search.worst(bodies, most, from, cost);
  const usual = worst(Math.min(length, USUAL_LENGTH), "anywhere");
  const growth = (short: Attempt, long: Attempt): number => long.steps / short.steps;
  if (maxLength <= USUAL_LENGTH) return found(usual, usual.steps > TOO_MANY && "bounded");
  if (usual.steps > TOO_MANY) {
    const half = worst(USUAL_LENGTH / 2, "anywhere");
    return found(usual, growth(half, usual) > MOST_OF_POLYNOMIALS ? "exponential" : "polynomial");
  }
  const [short, long] = [worst(Math.ceil(length / 2), "start"), worst(length, "start")];
  const factor = growth(short, long);
  if (Number.isFinite(maxLength)) {
    const whole = long.steps * Math.max(1, maxLength / length) ** Math.log2(factor);
    return found(long, whole > TOO_MANY && "bounded");
  }
  return found(long, factor > MOST_OF_POLYNOMIALS ? "exponential" : factor > MOST_OF_LINES && "polynomial");
}

/** What twice the length makes of the steps: more than this is no polynomial of a usual degree, or not linear. */
const [MOST_OF_POLYNOMIALS, MOST_OF_LINES] = [3000, 3];

function found({ string }: Attempt, growth: PatternCost["growth"] | false): PatternCost | undefined {
  return growth === false ? undefined : { growth, string };
}

/** A string, and the steps that a matcher takes for it. */
interface Attempt {
  readonly string: string;
  readonly steps: number;
}

/** A string that is looked at, as indices of its characters, and in how many ways each list of choices is reached. */
interface Way {
  readonly string: readonly number[];
  readonly counts: ReadonlyMap<number, number>;
  readonly total: number;
}

/** Strings that are kept for each length. */
const MOST_WAYS = 8;
const MOST_SIGNS = 24;
const MOST_SUFFIXES = 6;

/** Looks for strings that can be read in many ways, and counts what they cost. */
class Search {
  readonly #matcher: Matcher;
  /** One character of each kind that the pattern tells apart. */
  readonly #signs: readonly number[];
  /** For each sign, whether each character of the pattern can be it. */
  readonly #fits: readonly (readonly boolean[])[];
  readonly #lists = new Map<number, Set<number>>();

  constructor(matcher: Matcher) {
    this.#matcher = matcher;
    const sets = [...new Set(matcher.characters.map(({ set }) => set))];
    const kinds = new Map<string, number>();
    for (const sign of signsOf(sets.flatMap((set) => set ?? []))) {
      const kind = sets.map((set) => set === undefined || set.has(sign)).join();
      if (!kinds.has(kind) && kinds.size < MOST_SIGNS) kinds.set(kind, sign);
    }
    this.#signs = [...kinds.values()];
    this.#fits = this.#signs.map((sign) => matcher.characters.map(({ set }) => set === undefined || set.has(sign)));
  }

  /** For each program, the strings of a length, or of the greatest that it can read, that it reads in the most ways. */
  ambiguous(length: number, budget: Budget): readonly (readonly number[])[] {
    // Of a string that can be read in most ways, few may be tried, since one of the first ends the search.
    const plain = [...this.#signs.keys()].slice(0, MOST_SUFFIXES).map((sign) => Array<number>(length).fill(sign));
    const found = this.#matcher.programs.flatMap(({ start, isBehind }) => {
      let ways: readonly Way[] = [{ string: [], counts: new Map([[start, 1]]), total: 1 }];
      for (let size = 0; size < length; size++) {
        const longer = this.#longer(ways, budget);
        if (longer.length === 0) break;
        ways = longer;
      }
      return ways.map(({ string }) => (isBehind ? string.toReversed() : string));
    });
    return [...found, ...plain];
  }

  #longer(ways: readonly Way[], budget: Budget): readonly Way[] {
    const best = new Map<string, Way>();
    for (const { string, counts } of ways) {
      for (const sign of this.#signs.keys()) {
        const reached = this.#read(counts, sign, budget);
        const total = [...reached.values()].reduce((sum, count) => sum + count, 0);
        // Of those that lead to the same places, the one that leads there in the most ways.
        const places = [...reached.keys()].sort((a, b) => a - b).join();
        if (total > (best.get(places)?.total ?? 0))
          best.set(places, { string: [...string, sign], counts: reached, total });
      }
    }
    return [...best.values()].sort((a, b) => b.total - a.total).slice(0, MOST_WAYS);
  }

  #read(counts: ReadonlyMap<number, number>, sign: number, budget: Budget): ReadonlyMap<number, number> {
    const { lists, characters } = this.#matcher;
    const reached = new Map<number, number>();
    budget.spend(20);
    for (const [list, count] of counts) {
      budget.spend(lists[list]?.length ?? 0);
      for (const { character } of lists[list] ?? []) {
        const next = characters[character]?.next;
        if (next !== undefined && this.#fits[sign]?.[character] === true)
          reached.set(next, (reached.get(next) ?? 0) + count);
      }
    }
    return reached;
  }

  /** The costliest of the strings that begin as one of the bodies and end in something else, up to a length. */
  worst(bodies: readonly (readonly number[])[], length: number, from: "anywhere" | "start", budget: Budget): Attempt {
    let worst: Attempt = { string: "", steps: 1 };
    // What the fewest characters of the pattern can be is the most likely to make it fail.
    const fitting = this.#fits.map((fits) => fits.filter(Boolean).length);
    const signs = [...this.#signs.keys()].sort((a, b) => (fitting[a] ?? 0) - (fitting[b] ?? 0));
    const suffixes = [[], ...signs.slice(0, MOST_SUFFIXES).map((sign) => [sign])];
    const lengths = from === "start" ? [length] : [1, 0.75, 0.5, 0.48, 0.33].map((part) => Math.floor(part * length));
    for (const body of bodies) {
      for (const most of lengths) {
        for (const suffix of most === length ? suffixes : suffixes.slice(0, 2)) {
          const string = [...body.slice(0, Math.max(0, most - suffix.length)), ...suffix];
          const steps = this.#costWithin(string, from, budget, worst.steps > TOO_MANY);
          if (steps > worst.steps)
            worst = { steps, string: string.map((sign) => String.fromCodePoint(this.#signs[sign] ?? 0)).join("") };
        }
      }
    }
    return worst;
  }

  /** The same, unless the budget is used up when enough is known. */
  #costWithin(string: readonly number[], from: "anywhere" | "start", budget: Budget, isEnough: boolean): number {
    try {
      return this.#cost(string, from, budget);
    } catch (error) {
      if (isEnough && error instanceof Undecided) return 0;
      throw error;
    }
  }

  /** The lists that a program comes to. */
  #reachable(start: number): ReadonlySet<number> {
    const known = this.#lists.get(start) ?? new Set([start]);
    if (!this.#lists.has(start)) {
      this.#lists.set(start, known);
      // A set may grow while it is walked.
      for (const list of known)
        for (const { character } of this.#matcher.lists[list] ?? []) {
          const next = this.#matcher.characters[character]?.next;
          if (next !== undefined) known.add(next);
        }
    }
    return known;
  }

  /** Tries the choices of a list at a position, one after the other. */
  #attempt(
    list: number,
    at: number,
    sign: number | undefined,
    here: Table,
    next: Table,
    looks: readonly Table[],
  ): void {
    const { lists, characters } = this.#matcher;
    const fits = sign === undefined ? undefined : this.#fits[sign];
    let steps = 0;
    let isMatch = false;
    for (const { looks: around, character } of lists[list] ?? []) {
      const failed = around.find((look) => {
        steps += looks[look]?.steps[at] ?? 0;
        return looks[look]?.isMatch[at] !== 1;
      });
      if (failed !== undefined) continue;
      isMatch = character === -1;
      if (isMatch) break;
      steps++;
      const behind = fits?.[character] === true ? characters[character]?.next : undefined;
      if (behind === undefined) continue;
      steps += next.steps[behind] ?? 0;
      isMatch = next.isMatch[behind] === 1;
      if (isMatch) break;
    }
    here.steps[list] = steps;
    here.isMatch[list] = isMatch ? 1 : 0;
  }

  /** The steps of a matcher that tries a string: each character that it compares is one. */
  #cost(string: readonly number[], from: "anywhere" | "start", budget: Budget): number {
    const outcomes: Table[] = [];
    for (const program of this.#matcher.programs) outcomes.push(this.#run(program, string, outcomes, budget));
    const { steps, isMatch } = outcomes.at(-1) ?? tableOf(1);
    if (from === "start") return steps[0] ?? 0;
    const end = isMatch.indexOf(1);
    return steps.subarray(0, end === -1 ? steps.length : end + 1).reduce((sum, one) => sum + one, 0);
  }

  /** What comes of a program at each position of a string. */
  #run(
    { start, isBehind, isNegated }: Program,
    string: readonly number[],
    looks: readonly Table[],
    budget: Budget,
  ): Table {
    const { lists } = this.#matcher;
    const reachable = this.#reachable(start);
    const choices = [...reachable].reduce((sum, list) => sum + (lists[list]?.length ?? 0), 0);
    const own = tableOf(string.length + 1);
    budget.spend(lists.length);
    let [here, next] = [tableOf(lists.length), tableOf(lists.length)];
    for (let read = 0; read <= string.length; read++) {
      const at = isBehind ? read : string.length - read;
      budget.spend(choices);
      for (const list of reachable) this.#attempt(list, at, string[isBehind ? at - 1 : at], here, next, looks);
      own.steps[at] = here.steps[start] ?? 0;
      own.isMatch[at] = (here.isMatch[start] === 1) === isNegated ? 0 : 1;
      [here, next] = [next, here];
    }
    return own;
  }
}

/** What came of attempts: their steps, and 1 for those that match. */
interface Table {
  readonly steps: Float64Array;
  readonly isMatch: Uint8Array;
}

function tableOf(size: number): Table {
  return { steps: new Float64Array(size), isMatch: new Uint8Array(size) };
}

/** Characters that tell sets apart: ends of their ranges, and what any two of them have in common. */
function signsOf(sets: readonly CharSet[]): readonly number[] {
  const ends = (set: CharSet): number[] => {
    const { ranges } = set;
    return [...ranges.slice(0, 3), ...ranges.slice(-1)].flatMap(({ min, max }) => [min, max]);
  };
  const some = sets.slice(0, 40);
  const common = some.flatMap((one, index) => some.slice(index + 1).flatMap((other) => ends(one.intersect(other))));
  const [letter = 0, ...others] = [..."aA1 !\n-\u0001"].map((sign) => sign.codePointAt(0) ?? 0);
  return [letter, ...others, ...sets.slice(0, 200).flatMap(ends), ...common];
}
