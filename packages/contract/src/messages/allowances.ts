import type { FormField } from "@earmark/http";
import { decodePart, fromPairs, type Pair, type PairPart, toPairs } from "./pairs.ts";
import type { Violation } from "./violation.ts";

type Fields = PairPart["fields"];

/**
 * What a target makes of text that the document forbids, or does not mention: text that the document speaks of, and
 * that the target treats in the same way. So each excuse of the allow-list can be checked, and hides nothing else.
 */
type Reading = (pairs: readonly Pair[], part: PairPart) => readonly Pair[];

/** Fields that the document does not have are not seen. */
const dropUnknown: Reading = (pairs, { fields }) =>
  pairs.filter(([name]) => Object.hasOwn(fields, decodePart(name) ?? ""));

/** What has no value is not there, unless it is there twice. Where any text will do, that makes no difference. */
const dropEmpty: Reading = (pairs, { fields, free }) => {
  const names = Map.groupBy(pairs, ([name]) => decodePart(name));
  return pairs.filter(([name, value]) => {
    const known = decodePart(name) ?? "";
    const isOnly = names.get(known)?.length === 1;
    return value !== "" || !isOnly || !Object.hasOwn(fields, known) || free.has(known);
  });
};

/** An array without a value is none. */
const dropEmptyArrays: Reading = (pairs, { fields }) =>
  pairs.filter(([name, value]) => value !== "" || fieldOf(name, fields)?.type !== "array");

/** Of pairs with the same name, the last one counts. First by the name as it is written, then by what it means. */
const keepLast: Reading = (pairs) => {
  const written = [...new Map(pairs)];
  return [...new Map(written.map((pair) => [decodePart(pair[0]), pair])).values()];
};

/** Of the values of an array, the last one counts, even if it is nothing, which is then an empty item. */
const keepLastItem: Reading = (pairs, { fields }) =>
  eachArray(pairs, fields, (all) => all.slice(-1).map(([name, value]) => [name, value || "%2C"]));

/** Text is a number when JavaScript says so. */
const anyNotation: Reading = (pairs, { fields }) =>
  pairs.map(([name, value]) => {
    const { type, items } = fieldOf(name, fields) ?? {};
    const text = decodePart(value) ?? "";
    if (isNumeric(type)) return [name, inAnyNotation(text) ?? value];
    const parts = type === "array" && isNumeric(items) ? text.split(",") : [];
    const read = parts.map((part) => inAnyNotation(part) ?? part);
    return [name, read.join() === parts.join() ? value : encodeURIComponent(read.join())];
  });

/** A value that does not decode stays the text that it is. */
const keepMalformed: Reading = (pairs) =>
  pairs.map(([name, value]) =>
    decodePart(value) === undefined ? [name, encodeURIComponent(value.replaceAll("+", "%20"))] : [name, value],
  );

/** What does not decode is mended, as URLs in browsers are. */
const mendMalformed: Reading = (pairs) => {
  const mended = (part: string): string => {
    if (decodePart(part) !== undefined) return part;
    return encodeURIComponent(new URLSearchParams(`part=${part}`).get("part") ?? "");
  };
  return pairs.map(([name, value]) => [mended(name), mended(value)]);
};

/** `True` is `true`. */
const anyCase: Reading = (pairs, { fields }) =>
  pairs.map(([name, value]) => {
    const text = decodePart(value) ?? "";
    const isCapital = fieldOf(name, fields)?.type === "boolean" && /^(true|false)$/i.test(text) && /[A-Z]/.test(text);
    return isCapital ? [name, text.toLowerCase()] : [name, value];
  });

/** The items of an array may come one by one, or some of them at a time. */
const joinItems: Reading = (pairs, { fields }) =>
  eachArray(pairs, fields, ([first, ...others]) => {
    const values = [first, ...others].map(([, value]) => value).filter((value) => value !== "");
    return [[first[0], values.join("%2C")]];
  });

/** The commas between the items of an array need no encoding. */
const encodeCommas: Reading = (pairs, { fields }) =>
  pairs.map(([name, value]) =>
    fieldOf(name, fields)?.type === "array" ? [name, value.replaceAll(",", "%2C")] : [name, value],
  );

/** Rewrites every array that has more than one pair, in the place of its first one. */
function eachArray(
  pairs: readonly Pair[],
  fields: Fields,
  change: (all: readonly [Pair, ...Pair[]]) => readonly Pair[],
): readonly Pair[] {
  const arrays = Map.groupBy(
    pairs.filter(([name]) => fieldOf(name, fields)?.type === "array"),
    ([name]) => decodePart(name),
  );
  return pairs.flatMap((pair): readonly Pair[] => {
    const [first, ...others] = arrays.get(decodePart(pair[0])) ?? [];
    if (first === undefined || others.length === 0) return [pair];
    return pair === first ? change([first, ...others]) : [];
  });
}

/** The number as it is written plainly; `undefined` when the text is no number, or written so already. */
function inAnyNotation(text: string): string | undefined {
  // To JavaScript, an empty text is 0; to Prism, it is none.
  const number = text === "" ? Number.NaN : Number(text);
  return Number.isNaN(number) || String(number) === text ? undefined : encodeURIComponent(String(number));
}

function isNumeric(type: FormField["type"] | undefined): boolean {
  return type === "integer" || type === "number";
}

function fieldOf(name: string, fields: Fields): FormField | undefined {
  const known = decodePart(name);
  return known !== undefined && Object.hasOwn(fields, known) ? fields[known] : undefined;
}

/** Who is asked to refuse violations, and may be excused. The proxy reads requests as the mock does: both are Prism. */
export type ReaderName = "mock" | "sandbox";

/** Something forbidden that a target accepts, and why that is all right. */
export interface Allowance {
  readonly target: ReaderName;
  readonly place: "body" | "query";
  readonly rule: string;
  readonly reason: string;
  /** What the target takes it for, so that any text can be checked, and not only that of the violation. */
  readonly reading: Reading;
}

const PRISM_KEEPS = "Prism keeps the last one.";
const PRISM_COUNTS = "Prism has Ajv turn strings into numbers, and Ajv takes all that JavaScript's Number() takes.";
const PRISM_DECODES = "Prism keeps what does not decode as it is.";
const PRISM_MENDS = "Prism reads a query with URLSearchParams, which mends what does not decode.";
const CLIENTS_REPEAT =
  "Some clients of the provider write arrays this way, and keeping one of the items would lose the others.";
const CLIENTS_SHOUT = "Older official libraries of the provider send True and False.";

/**
 * Keep this short. The suite fails when a target starts to refuse what an entry excuses, when nothing matches, and when
 * a target reads random text in another way than its entries say.
 */
export const allowances: readonly Allowance[] = [
  entry("mock", "body", "repeated key", PRISM_KEEPS, keepLast),
  entry("mock", "body", "one key per item", PRISM_KEEPS, keepLast),
  entry(
    "mock",
    "body",
    "additionalProperties",
    "Prism reads the fields of a form that it knows, and never sees the others.",
    dropUnknown,
  ),
  entry("mock", "body", "minItems", "Prism takes an empty value of an array for an absent one.", dropEmptyArrays),
  entry("mock", "body", "another notation", PRISM_COUNTS, anyNotation),
  entry("mock", "body", "malformed percent-encoding", PRISM_DECODES, keepMalformed),
  entry("mock", "body", "text that is not UTF-8", PRISM_DECODES, keepMalformed),
  entry("mock", "query", "malformed percent-encoding", PRISM_MENDS, mendMalformed),
  entry("mock", "query", "text that is not UTF-8", PRISM_MENDS, mendMalformed),
  entry("mock", "query", "one key per item", PRISM_KEEPS, keepLastItem),
  entry("mock", "query", "minItems", "Prism takes an empty value for an absent one.", dropEmpty),
  entry("mock", "query", "empty value", "Prism takes an empty value for an absent one.", dropEmpty),
  entry("mock", "query", "another notation", PRISM_COUNTS, anyNotation),

  entry("sandbox", "body", "capital letters", CLIENTS_SHOUT, anyCase),
  entry(
    "sandbox",
    "body",
    "unencoded comma",
    "Some clients of the provider leave it as it is, and it can mean nothing else.",
    encodeCommas,
  ),
  entry("sandbox", "body", "one key per item", CLIENTS_REPEAT, joinItems),
  entry("sandbox", "query", "capital letters", CLIENTS_SHOUT, anyCase),
  entry("sandbox", "query", "one key per item", CLIENTS_REPEAT, joinItems),
];

/** The entry that excuses a target from refusing a violation. */
export function allowance(target: ReaderName, { rule, at: [place] }: Violation): Allowance | undefined {
  return allowances.find((each) => each.target === target && each.place === place && each.rule === rule);
}

/** The entries that speak of a part of a request. */
export function allowancesFor({ place }: PairPart): readonly Allowance[] {
  return allowances.filter((entry) => entry.place === place);
}

/** What a reader takes text for, by its allowances: text that it reads to the letter. */
export function readAs(reader: ReaderName, text: string, part: PairPart): string {
  const own = allowancesFor(part).filter(({ target }) => target === reader);
  return own.reduce((read, entry) => readBy(entry, read, part), text);
}

/** The same, by one allowance alone. */
export function readBy({ reading }: Allowance, text: string, part: PairPart): string {
  return fromPairs(reading(toPairs(text), part));
}

function entry(
  target: ReaderName,
  place: Allowance["place"],
  rule: string,
  reason: string,
  reading: Reading,
): Allowance {
  return { target, place, rule, reason, reading };
}
