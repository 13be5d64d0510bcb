import { type CharSet, type Element, JS, NFA, type NoParent, Transformers, transform } from "refa";
import type { Json, JsonObject } from "../json/json.ts";
import { regularExpression } from "../schema/regular-expression.ts";
import type { Dice } from "./dice.ts";

/** Strings of each format, those at the limits of its grammar among them. */
export const FORMATS: Readonly<Record<string, readonly string[]>> = {
  byte: ["", "Zg==", "Zm8=", "Zm9v", "+/+/"],
  date: ["2024-02-29", "2000-02-29", "2023-12-31", "0000-01-01", "9999-12-31"],
  "date-time": [
    ...["1963-06-19T08:30:06Z", "1990-12-31t23:59:60.123z"],
    ...["2024-02-29T00:00:00+23:59", "1998-12-31T15:59:60-08:00"],
  ],
  duration: ["P1D", "P2W", "PT0S", "P1Y2M3DT4H5M6S", "PT1M", "P01D"],
  email: ["joe@example.com", '"joe bloggs"@example.com', "joe@[127.0.0.1]", "joe@[IPv6:::1]", "a.b+c@localhost"],
  hostname: ["localhost", "1.example", "a--b.example", "xn--mnchen-3ya.de", `${"a".repeat(63)}.a`],
  ipv4: ["0.0.0.0", "255.255.255.255", "1.20.199.249"],
  ipv6: ["::", "::1", "1::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:1.2.3.4", "ABCD::abcd"],
  "json-pointer": ["", "/", "/a/b", "/a~0b~1c", "/ä 😎"],
  regex: ["", "^a+$", "(?<n>a)\\k<n>", "\\p{Letter}"],
  time: ["00:00:00Z", "23:59:60Z", "08:30:06.283185+00:20", "15:59:60-08:00"],
  uri: ["http://example.com", "urn:isbn:1", "a://u:p@[::1]:80/a?b#c", "mailto:a@b", "a:"],
  "uri-reference": ["", "a", "/a", "//a:80/", "?a=b?/", "#a/?", "./a:b", "http://[v1.a:b]"],
  uuid: [
    ...["2eb8aa08-aa98-11ea-b4aa-73b441d16380", "2EB8AA08-AA98-11EA-B4AA-73B441D16380"],
    "00000000-0000-0000-0000-000000000000",
  ],
};

/** What JavaScript, regular expressions, grammars and counting characters stumble over; all but the last can be sent. */
export const CHARACTERS: readonly string[] = [
  ...'aZ0 -_.:/?#@%[]+~"\\',
  ..."\n\u0000\u2028é名\u0663\u212a\u017f",
  "😀",
  "e\u0301",
  "👩‍👩‍👧",
  "\ud800",
];

/** Characters of their own, so that lengths are easy to count. */
const SINGLE: readonly string[] = CHARACTERS.filter((each) => Array.from(each).length === 1 && each !== "\ud800");
/** From here on, a string is as long as it must be, not as it may be. */
const LONG = 1000;
/** Walks through an automaton, of which some lead nowhere. */
const ATTEMPTS = 20;

/** Strings that keep to what several schemas say about one, as far as that is known. */
export class Strings {
  readonly #automata = new Map<string, NFA | undefined>();

  satisfying(parts: readonly JsonObject[], dice: Dice): string {
    const { least, most } = lengths(parts);
    const patterns = stringsOf(parts, "pattern");
    const samples = stringsOf(parts, "format").flatMap((format) => FORMATS[format] ?? []);
    const fitting = samples.filter((sample) => {
      const { length } = Array.from(sample);
      return length >= least && length <= most && patterns.every((pattern) => regularExpression(pattern).test(sample));
    });
    if (fitting.length > 0) return dice.pick(fitting);
    const length = this.#length(least, most, dice);
    const found = patterns.length === 0 ? undefined : this.#matching(patterns, length, most, dice);
    return found ?? Array.from({ length }, () => character(dice)).join("");
  }

  /** A string that matches a pattern; undefined where none is found. */
  matching(pattern: string, dice: Dice): string | undefined {
    return this.#matching([pattern], dice.below(8), LONG, dice);
  }

  #matching(patterns: readonly string[], wanted: number, most: number, dice: Dice): string | undefined {
    const key = JSON.stringify(patterns);
    if (!this.#automata.has(key)) this.#automata.set(key, automatonOfAll(patterns));
    const automaton = this.#automata.get(key);
    for (let attempt = 0; automaton !== undefined && attempt < ATTEMPTS; attempt++) {
      const found = accepted(automaton, wanted, most, dice);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #length(least: number, most: number, dice: Dice): number {
    if (dice.oneIn(3)) return least;
    if (dice.oneIn(2) && most <= LONG) return most;
    return dice.between(least, Math.min(most, least + (dice.oneIn(4) ? 50 : 6)));
  }
}

/** Any character that can be sent: often one that is read as something else, or one of ASCII. */
function character(dice: Dice): string {
  if (dice.oneIn(4)) return dice.pick(SINGLE);
  const code = dice.oneIn(4) ? dice.between(0, 0x10f7ff) : dice.between(0x20, 0x7e);
  return String.fromCodePoint(code < 0xd800 ? code : code + 0x800);
}

/** A string that an automaton accepts, by a walk at random that ends once it is as long as is wanted. */
function accepted({ initial, finals }: NFA, wanted: number, most: number, dice: Dice): string | undefined {
  let state = initial;
  let string = "";
  for (let length = 0; length <= most; length++) {
    const ways = [...state.out];
    if (finals.has(state) && (length >= wanted || ways.length === 0)) return string;
    if (ways.length === 0) return undefined;
    const [next, characters] = dice.pick(ways);
    string += characterOf(characters, dice);
    state = next;
  }
  return undefined;
}

type Elements = readonly NoParent<Element>[];

/** Undefined where something in a pattern is no regular language, or too large. */
function automatonOfAll(patterns: readonly string[]): NFA | undefined {
  try {
    return patterns.map(automatonOf).reduce((one, other) => NFA.fromIntersection(one, other));
  } catch {
    return undefined;
  }
}

/** The automaton of all strings that a pattern is found in, which need not be the whole of one. */
function automatonOf(pattern: string): NFA {
  const { source, flags } = regularExpression(pattern);
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source, flags }).parse({ assertions: "parse" });
  const characters = JS.createCharSet([{ min: 0, max: maxCharacter }], { unicode: flags.includes("u") });
  const one: NoParent<Element> = { type: "CharacterClass", characters };
  const anything: Elements = [
    {
      ...{ type: "Quantifier", min: 0, max: Infinity, lazy: false },
      alternatives: [{ type: "Concatenation", elements: [one] }],
    },
  ];
  const alternatives = expression.alternatives.map(({ elements }) => {
    const [starts, ends] = [isEdge(elements[0], "behind"), isEdge(elements.at(-1), "ahead")];
    const inner = elements.slice(starts ? 1 : 0, ends ? -1 : undefined);
    return {
      type: "Concatenation" as const,
      elements: [...(starts ? [] : anything), ...inner, ...(ends ? [] : anything)],
    };
  });
  const whole = transform(Transformers.applyAssertions(), { type: "Expression", alternatives });
  // What is left of look-arounds matches nothing.
  return NFA.fromRegex(whole, { maxCharacter }, { assertions: "disable" }, new NFA.LimitedNodeFactory(10_000));
}

/** Whether an element is `^` or `$`: nothing may be before it, or after it. */
function isEdge(element: NoParent<Element> | undefined, kind: "ahead" | "behind"): boolean {
  if (element?.type !== "Assertion" || element.kind !== kind || !element.negate) return false;
  const [first] = element.alternatives[0]?.elements ?? [];
  return first?.type === "CharacterClass" && first.characters.isAll;
}

/** One of a set, of ASCII where it can be, for the most part. */
function characterOf({ ranges }: CharSet, dice: Dice): string {
  const printable = ranges
    .map(({ min, max }) => ({ min: Math.max(min, 0x20), max: Math.min(max, 0x7e) }))
    .filter(({ min, max }) => min <= max);
  const { min, max } = dice.pick(printable.length > 0 && !dice.oneIn(4) ? printable : ranges);
  const code = dice.between(min, max);
  // Half a pair of surrogates cannot be sent.
  return String.fromCodePoint(code >= 0xd800 && code < 0xe000 ? (min < 0xd800 ? 0xd7ff : max) : code);
}

function lengths(parts: readonly JsonObject[]): { readonly least: number; readonly most: number } {
  const numbers = (keyword: string): number[] =>
    parts.map((part) => part[keyword]).filter((limit: Json | undefined) => typeof limit === "number");
  return { least: Math.max(0, ...numbers("minLength")), most: Math.min(Infinity, ...numbers("maxLength")) };
}

function stringsOf(parts: readonly JsonObject[], keyword: string): readonly string[] {
  return parts.map((part) => part[keyword]).filter((value) => typeof value === "string");
}
