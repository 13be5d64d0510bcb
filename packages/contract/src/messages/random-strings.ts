import { encodeForm } from "@earmark/http";
import fc, { type Arbitrary } from "fast-check";
import type { Resolve } from "../values/references.ts";
import { valid } from "../values/values-of.ts";
import { fromPairs, type Pair, type PairPart, toPairs } from "./pairs.ts";

/** Strings that mean something, or nothing, in other formats and languages. */
const ODDITIES = [
  "",
  "null",
  "undefined",
  "true",
  "False",
  "1",
  "1.0",
  "0x1",
  "1e0",
  "-1",
  "NaN",
  "[]",
  "%00",
  "%20",
  "+",
];

/** Names that are not the document's, and that an object of JavaScript may have. */
const UNKNOWN_NAMES = ["Unlisted", "__proto__", "constructor", ""];

/**
 * Strings right and wrong for a part of a request: right ones, changed in up to three places.
 *
 * @param wrong strings with something wrong, parts of which are mixed in.
 */
export function randomStrings(part: PairPart, resolve: Resolve, wrong: readonly string[]): Arbitrary<string> {
  const right = valid(part.schema, resolve).map((value) => encodeForm(Object(value), part.fields));
  const changes = fc.array(edits(part, wrong.flatMap(toPairs), resolve), { maxLength: 3 });
  return fc
    .tuple(right, changes)
    .map(([text, edited]) => fromPairs(edited.reduce((pairs, change) => change(pairs), toPairs(text))));
}

type Edit = (pairs: readonly Pair[]) => readonly Pair[];

/** One change of a form. Its place is taken modulo the number of pairs, of which there may be none. */
function edits({ fields, place }: PairPart, parts: readonly Pair[], resolve: Resolve): Arbitrary<Edit> {
  const names = Object.keys(fields);
  const at = fc.nat({ max: 20 });
  const value = fc.oneof(
    fc.constantFrom(...ODDITIES),
    fc.constantFrom("%", "%ZZ", "%FF%FE", "%C3", "a%2Cb", ",", "=", "!", "é"),
    fc.constantFrom(...parts.map(([, each]) => each)),
    valid({ type: "string", maxLength: 5 }, resolve).map(String).map(encodeURIComponent),
  );
  const name = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...names) }, fc.constantFrom(...UNKNOWN_NAMES));
  const change = (replace: (pair: Pair, pairs: readonly Pair[]) => readonly Pair[]) =>
    at.map(
      (place): Edit =>
        (pairs) => {
          const index = place % Math.max(pairs.length, 1);
          return pairs.flatMap((pair, each) => (each === index ? replace(pair, pairs) : [pair]));
        },
    );
  return fc.oneof(
    fc.constantFrom(...parts).map(
      (part): Edit =>
        (pairs) => [...pairs, part],
    ),
    fc.tuple(name, value).map(
      ([...pair]): Edit =>
        (pairs) => [pair, ...pairs],
    ),
    value.chain((replacement) => change(([key]) => [[key, replacement]])),
    fc.constantFrom(...names).chain((key) => change(([, each]) => [[key, each]])),
    change(() => []),
    change((pair) => [pair, pair]),
    change(([key, each]) => [[key, each.replaceAll("%2C", ",")]]),
    change(([key, each]) => [[key, each.replace(/^[a-z]/, (letter) => letter.toUpperCase())]]),
    // Not in a query, where Prism takes a name for the same in any case.
    change(([key, each]) => [[place === "body" ? key.toLowerCase() : key, each]]),
    // The same name, encoded without need. Not of an array: under such a name, Prism does not see unencoded commas.
    change(([key, each]) => [[fields[key]?.type === "array" ? key : key.replace(/^[A-Z]/, escaped), each]]),
    value.chain((more) => change(([key, each]) => [[key, `${each}%2C${more}`]])),
    change(([key, each], pairs) => [[key, each + (pairs[0]?.[1] ?? "")]]),
  );
}

function escaped(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16)}`;
}
