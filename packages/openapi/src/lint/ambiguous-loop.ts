import { type CharSet, JS } from "refa";

type Parsed = ReturnType<JS.Parser["parse"]>["expression"];
type Alternatives = Parsed["alternatives"];
type Element = Alternatives[number]["elements"][number];

/** Above this, a repetition is not unrolled; such patterns have a limit of their own anyway. */
const MOST_POSITIONS = 300;

/**
 * A character with which two ways lead round a loop of a pattern, as with `(a|a)*` or `(a|b|ab)*`: every further round
 * doubles the ways that a backtracking engine tries before it gives up. Undefined where there is none.
 *
 * The ways are those through the position automaton: two different ones that read the same text and end where they
 * began (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991: the criterion EDA). A loop after which
 * nothing can fail does no harm. Not found are loops that repeat a look-around or a back reference.
 */
export function ambiguousLoop({
  source,
  flags,
}: {
  readonly source: string;
  readonly flags: string;
}): string | undefined {
  const { expression } = JS.Parser.fromLiteral({ source, flags }).parse({
    backreferences: "unknown",
    assertions: "parse",
  });
  const automaton = new PositionAutomaton();
  const whole = automaton.alternatives(expression.alternatives);
  if (whole === undefined) return undefined;
  for (const loop of automaton.loops()) {
    if (loop.some((position) => whole.last.has(position))) continue;
    const found = automaton.ambiguity(loop);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Where a part of a pattern begins and ends. */
interface Part {
  readonly first: ReadonlySet<number>;
  readonly last: ReadonlySet<number>;
  readonly nullable: boolean;
}

const EMPTY: Part = { first: new Set(), last: new Set(), nullable: true };

/** Glushkov's automaton: a state for each character of the pattern, and who may follow whom. */
class PositionAutomaton {
  readonly #characters: (CharSet | undefined)[] = [];
  readonly #follow: Set<number>[] = [];

  /** Undefined when there are too many positions, here and below. */
  alternatives(alternatives: Alternatives): Part | undefined {
    const parts = alternatives.map(({ elements }) =>
      this.#sequence(elements.map((element) => () => this.#element(element))),
    );
    if (parts.some((part) => part === undefined)) return undefined;
    return {
      first: union(parts.map((part) => part?.first)),
      last: union(parts.map((part) => part?.last)),
      nullable: parts.some((part) => part?.nullable),
    };
  }

  #sequence(parts: readonly (() => Part | undefined)[]): Part | undefined {
    let whole = EMPTY;
    for (const make of parts) {
      const part = make();
      if (part === undefined) return undefined;
      this.#connect(whole.last, part.first);
      whole = {
        first: whole.nullable ? union([whole.first, part.first]) : whole.first,
        last: part.nullable ? union([whole.last, part.last]) : part.last,
        nullable: whole.nullable && part.nullable,
      };
    }
    return whole;
  }

  #element(element: Element): Part | undefined {
    switch (element.type) {
      case "CharacterClass":
        return this.#position(element.characters);
      case "Alternation":
        return this.alternatives(element.alternatives);
      case "Quantifier":
        return this.#repetition(element.alternatives, element.min, element.max);
      default:
        // What reads no character can fail; whether two ways meet behind it cannot be told.
        return this.#position(undefined);
    }
  }

  #repetition(alternatives: Alternatives, min: number, max: number): Part | undefined {
    const once = (): Part | undefined => this.alternatives(alternatives);
    const optional = (): Part | undefined => {
      const part = once();
      return part && { ...part, nullable: true };
    };
    const loop = (): Part | undefined => {
      const part = once();
      if (part !== undefined) this.#connect(part.last, part.first);
      return part && { ...part, nullable: part.nullable || min === 0 };
    };
    if (max === Number.POSITIVE_INFINITY)
      return this.#sequence([...Array<typeof once>(Math.max(0, min - 1)).fill(once), loop]);
    if (max > MOST_POSITIONS) return undefined;
    return this.#sequence([...Array<typeof once>(min).fill(once), ...Array<typeof once>(max - min).fill(optional)]);
  }

  #position(characters: CharSet | undefined): Part | undefined {
    const position = this.#characters.length;
    if (position >= MOST_POSITIONS) return undefined;
    this.#characters.push(characters);
    this.#follow.push(new Set());
    return { first: new Set([position]), last: new Set([position]), nullable: false };
  }

  #connect(from: ReadonlySet<number>, to: ReadonlySet<number>): void {
    for (const position of from) for (const next of to) this.#follow[position]?.add(next);
  }

  /** The positions that lead back to themselves, those of each loop together. */
  loops(): readonly (readonly number[])[] {
    const reach = this.#follow.map((_, position) => closure([position], (from) => this.#follow[from] ?? []));
    const seen = new Set<number>();
    return reach.flatMap((reached, position) => {
      if (seen.has(position) || !reached.has(position)) return [];
      const loop = [...reached].filter((other) => reach[other]?.has(position));
      for (const each of loop) seen.add(each);
      return [loop];
    });
  }

  /** A character at which two ways through a loop part that lead from one position back to it with the same text. */
  ambiguity([position = 0, ...others]: readonly number[]): string | undefined {
    const size = this.#characters.length;
    const inside = new Set([position, ...others]);
    const next = (pair: number): number[] => {
      const pairs: number[] = [];
      for (const a of this.#follow[Math.floor(pair / size)] ?? [])
        for (const b of this.#follow[pair % size] ?? [])
          if (inside.has(a) && inside.has(b) && this.#meet(a, b)) pairs.push(a * size + b);
      return pairs;
    };
    // All positions of a loop lead to each other, so one of them stands for all.
    const start = position * size + position;
    const forward = closure([start], next);
    const before = new Map<number, number[]>();
    for (const pair of forward)
      for (const target of next(pair)) before.set(target, [...(before.get(target) ?? []), pair]);
    const backward = closure([start], (pair) => before.get(pair) ?? []);
    const parted = [...forward].find((pair) => Math.floor(pair / size) !== pair % size && backward.has(pair));
    return parted === undefined ? undefined : this.#common(Math.floor(parted / size), parted % size);
  }

  #meet(a: number, b: number): boolean {
    const [left, right] = [this.#characters[a], this.#characters[b]];
    return left !== undefined && right !== undefined && !left.isDisjointWith(right);
  }

  #common(a: number, b: number): string | undefined {
    const [left, right] = [this.#characters[a], this.#characters[b]];
    const [range] = left === undefined || right === undefined ? [] : left.intersect(right).ranges;
    return range && String.fromCodePoint(range.min);
  }
}

/** What can be reached in one step or more. */
function closure(start: readonly number[], next: (from: number) => Iterable<number>): ReadonlySet<number> {
  const found = new Set(start.flatMap((from) => [...next(from)]));
  // A set may grow while it is walked.
  for (const each of found) for (const target of next(each)) found.add(target);
  return found;
}

function union(sets: readonly (ReadonlySet<number> | undefined)[]): ReadonlySet<number> {
  return new Set(sets.flatMap((set) => [...(set ?? [])]));
}
