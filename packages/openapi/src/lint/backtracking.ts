import { type CharSet, JS } from "refa";

/** Thrown when an analysis has taken all its steps. */
export class Undecided extends Error {
  override readonly name = "Undecided";
}

/** Thrown for a pattern that takes long before it has read any character: `(a?|b?){40}`. */
export class Explosion extends Error {
  override readonly name = "Explosion";
}

/** The steps of an analysis, each some nanoseconds. */
export class Budget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  /** @throws {Undecided} */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new Undecided("too many steps");
  }
}

type Expression = ReturnType<JS.Parser["parse"]>["expression"];
type Alternatives = Expression["alternatives"];
type Element = Alternatives[number]["elements"][number];
type Assertion = Extract<Element, { type: "Assertion" }>;

/** An instruction of a backtracking matcher: what is tried at a position, in the order of preference. */
type Instruction =
  | { readonly op: "character"; readonly set: CharSet | undefined; readonly next: number }
  | { readonly op: "split"; targets: readonly number[] }
  | { readonly op: "enter" | "check"; readonly loop: number; readonly next: number }
  | { readonly op: "look"; readonly look: number; readonly next: number }
  | { readonly op: "match" };

/** An alternative at a position: a character to read, or the end, if what is looked at around the position is as it should be. */
interface Choice {
  readonly looks: readonly number[];
  /** Index of the character; -1 for the end. */
  readonly character: number;
}

/** A pattern, or what it looks at around a position. */
export interface Program {
  readonly start: number;
  readonly isBehind: boolean;
  readonly isNegated: boolean;
}

/** A character of a pattern: what it can be, and the list of choices behind it. */
interface Character {
  readonly set: CharSet | undefined;
  readonly next: number;
}

/** Larger patterns are not unrolled. */
const MOST_INSTRUCTIONS = 20_000;
/** A list of choices to which more ways lead has come to each of them many times. */
const MOST_CHOICES = 10 * MOST_INSTRUCTIONS;

/**
 * What a backtracking matcher does with a pattern, as V8 has one: at each position, the choices that it has, in their
 * order. Repetitions are unrolled as far as strings of the greatest length go. A back reference is taken for one
 * character, or none.
 */
export class Matcher {
  readonly programs: Program[] = [];
  /** The choices behind each character, or at the start of a program; several characters share a list. */
  readonly lists: (readonly Choice[])[] = [];
  readonly characters: Character[] = [];
  readonly #instructions: Instruction[] = [];
  readonly #listAt = new Map<number, number>();
  /** What is looked at in a repetition is the same in each iteration. */
  readonly #looks = new Map<Assertion, number>();
  readonly #characterAt = new Map<number, number>();
  readonly #longest: number;
  readonly #isRough: boolean;
  readonly #budget: Budget;
  #loops = 0;

  /** @param longest The greatest length of strings; undefined to take each repetition for one without an end. */
  constructor({ source, flags }: Pick<RegExp, "flags" | "source">, longest: number | undefined, budget: Budget) {
    this.#longest = longest ?? 0;
    this.#isRough = longest === undefined;
    this.#budget = budget;
    const { expression } = parsed(source, flags);
    const start = this.#alternatives(expression.alternatives, this.#add({ op: "match" }), false);
    this.programs.push({ start: this.#list(start), isBehind: false, isNegated: false });
    // Lists are found by way of the characters that lead to them. A list may grow while it is walked.
    for (const [pc, index] of this.#characterAt) {
      const instruction = this.#instructions[pc];
      if (instruction?.op !== "character") continue;
      const { set, next } = instruction;
      this.characters[index] = { set, next: this.#list(next) };
    }
  }

  #add(instruction: Instruction): number {
    if (this.#instructions.length >= MOST_INSTRUCTIONS) throw new Undecided("too large");
    return this.#instructions.push(instruction) - 1;
  }

  #alternatives(alternatives: Alternatives, next: number, isBehind: boolean): number {
    const starts = alternatives.map(({ elements }) => {
      const inOrder = isBehind ? elements : elements.toReversed();
      return inOrder.reduce((behind, element) => this.#element(element, behind, isBehind), next);
    });
    return starts.length === 1 ? (starts[0] ?? next) : this.#add({ op: "split", targets: starts });
  }

  #element(element: Element, next: number, isBehind: boolean): number {
    switch (element.type) {
      case "CharacterClass":
        return this.#add({ op: "character", set: element.characters, next });
      case "Alternation":
        return this.#alternatives(element.alternatives, next, isBehind);
      case "Quantifier":
        return this.#repetition(element, next, isBehind);
      case "Assertion":
        return this.#look(element, next);
      default:
        return this.#add({ op: "split", targets: [this.#add({ op: "character", set: undefined, next }), next] });
    }
  }

  #look(element: Assertion, next: number): number {
    const known = this.#looks.get(element) ?? this.#program(element);
    this.#looks.set(element, known);
    return this.#add({ op: "look", look: known, next });
  }

  #program({ kind, alternatives, negate }: Assertion): number {
    const isBehind = kind === "behind";
    const start = this.#alternatives(alternatives, this.#add({ op: "match" }), isBehind);
    return this.programs.push({ start: this.#list(start), isBehind, isNegated: negate }) - 1;
  }

  /** An iteration that reads nothing is given up (ECMA-262, 22.2.2.3.1), unless it is one that there has to be. */
  #repetition(element: Extract<Element, { type: "Quantifier" }>, next: number, isBehind: boolean): number {
    const { alternatives, lazy, min } = element;
    const max = this.#isRough && element.max > 1 ? Number.POSITIVE_INFINITY : element.max;
    const least = Math.min(min, this.#longest + 1);
    const choice = (more: number): readonly number[] => (lazy ? [next, more] : [more, next]);
    const once = (behind: number): number => this.#alternatives(alternatives, behind, isBehind);
    let start = next;
    let missing = least;
    if (max === Number.POSITIVE_INFINITY) {
      const loop = this.#loops++;
      const split: Instruction = { op: "split", targets: [] };
      const again = this.#add(split);
      const body = once(this.#add({ op: "check", loop, next: again }));
      split.targets = choice(this.#add({ op: "enter", loop, next: body }));
      // The first iteration that there has to be is that of the loop.
      start = least > 0 ? body : again;
      missing = Math.max(0, least - 1);
    } else {
      for (let count = Math.min(max - min, this.#longest); count > 0; count--) {
        const loop = this.#loops++;
        const body = once(this.#add({ op: "check", loop, next: start }));
        start = this.#add({ op: "split", targets: choice(this.#add({ op: "enter", loop, next: body })) });
      }
    }
    for (; missing > 0; missing--) start = once(start);
    return start;
  }

  /** The choices that there are from an instruction on, without reading a character. */
  #list(from: number): number {
    const known = this.#listAt.get(from);
    if (known !== undefined) return known;
    const choices: Choice[] = [];
    const open: { readonly pc: number; readonly looks: readonly number[]; readonly entered: Entered }[] = [];
    open.push({ pc: from, looks: [], entered: undefined });
    let ways = 0;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (++ways > MOST_CHOICES) throw new Explosion("too many ways without a character");
      this.#budget.spend(10);
      const { pc, looks, entered } = next;
      const instruction = this.#instructions[pc];
      if (instruction?.op === "split")
        open.push(...instruction.targets.toReversed().map((target) => ({ pc: target, looks, entered })));
      else if (instruction?.op === "enter")
        open.push({ pc: instruction.next, looks, entered: { loop: instruction.loop, around: entered } });
      else if (instruction?.op === "look")
        open.push({ pc: instruction.next, looks: [...looks, instruction.look], entered });
      else if (instruction?.op === "check") {
        if (!hasEntered(entered, instruction.loop)) open.push({ pc: instruction.next, looks, entered });
      } else choices.push({ looks, character: instruction?.op === "character" ? this.#character(pc) : -1 });
    }
    const list = this.lists.push(choices) - 1;
    this.#listAt.set(from, list);
    return list;
  }

  #character(pc: number): number {
    const known = this.#characterAt.get(pc) ?? this.#characterAt.size;
    this.#characterAt.set(pc, known);
    return known;
  }
}

/** The loops that have been entered since the last character. */
type Entered = { readonly loop: number; readonly around: Entered } | undefined;

function hasEntered(entered: Entered, loop: number): boolean {
  for (let one = entered; one !== undefined; one = one.around) if (one.loop === loop) return true;
  return false;
}

function parsed(source: string, flags: string): ReturnType<JS.Parser["parse"]> {
  try {
    return JS.Parser.fromLiteral({ source, flags }).parse({ backreferences: "unknown", assertions: "parse" });
  } catch (error) {
    // What the library finds too large, or does not know.
    throw new Undecided(String(error));
  }
}
