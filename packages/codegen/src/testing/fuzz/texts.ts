import type { Json, JsonObject } from "@earmark/openapi";
import { stringMatching } from "fast-check";
import type { Dice } from "./dice.ts";

/** Valid texts of each format, with those at the limits of its grammar. */
export const FORMAT_TEXTS: Readonly<Record<string, readonly string[]>> = {
  byte: ["", "Zg==", "Zm8=", "Zm9v", "+/+/"],
  date: ["2024-02-29", "2000-02-29", "2023-12-31", "0000-01-01", "9999-12-31"],
  "date-time": [
    "1963-06-19T08:30:06Z",
    "1990-12-31t23:59:60.123z",
    "2024-02-29T00:00:00+23:59",
    "1998-12-31T15:59:60-08:00",
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
    "2eb8aa08-aa98-11ea-b4aa-73b441d16380",
    "00000000-0000-0000-0000-000000000000",
    "2EB8AA08-AA98-11EA-B4AA-73B441D16380",
  ],
};

/** What texts are changed with: what JavaScript, regular expressions, grammars and counting characters stumble over. */
export const CHARACTERS: readonly string[] = [
  ...'aZ0 -_.:/?#@%[]+~"\\',
  ..."\n\u0000\u2028é名\u0663\u212a\u017f",
  "😀",
  "e\u0301",
  "👩‍👩‍👧",
  "\ud800",
];

const FILLINGS: readonly string[] = ["a", "b", "x", "0", "é", "😀"];
const ATTEMPTS = 8;

/** Texts that keep to what several schemas say about one, as far as that is easy. */
export class Texts {
  readonly #byPattern = new Map<string, ((dice: Dice) => string) | undefined>();

  satisfying(parts: readonly JsonObject[], dice: Dice): string {
    const { least, most } = lengths(parts);
    const pattern = firstText(parts, "pattern");
    const samples = FORMAT_TEXTS[firstText(parts, "format") ?? ""];
    const source = pattern === undefined ? undefined : this.matching(pattern);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const text = source?.(dice) ?? (samples === undefined ? undefined : dice.pick(samples));
      if (text === undefined) break;
      const { length } = Array.from(text);
      if (length >= least && length <= most) return text;
    }
    const length = dice.oneIn(3)
      ? least
      : dice.oneIn(2) && most <= 1000
        ? most
        : dice.between(least, Math.min(most, least + 6));
    return Array.from({ length }, () => (dice.oneIn(4) ? dice.pick(FILLINGS) : "a")).join("");
  }

  /** Texts that match a pattern; undefined for one with parts that fast-check has no texts for. */
  matching(pattern: string): ((dice: Dice) => string) | undefined {
    if (!this.#byPattern.has(pattern)) this.#byPattern.set(pattern, sourceOf(pattern));
    return this.#byPattern.get(pattern);
  }
}

function sourceOf(pattern: string): ((dice: Dice) => string) | undefined {
  try {
    const arbitrary = stringMatching(regularExpression(pattern));
    return ({ random }) => arbitrary.generate(random, undefined).value;
  } catch {
    return undefined;
  }
}

function regularExpression(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return new RegExp(pattern);
  }
}

function lengths(parts: readonly JsonObject[]): { readonly least: number; readonly most: number } {
  const numbers = (keyword: string): number[] =>
    parts.map((part) => part[keyword]).filter((limit: Json | undefined) => typeof limit === "number");
  return { least: Math.max(0, ...numbers("minLength")), most: Math.min(Infinity, ...numbers("maxLength")) };
}

function firstText(parts: readonly JsonObject[], keyword: string): string | undefined {
  return parts.map((part) => part[keyword]).find((value) => typeof value === "string");
}
