import { fromPairs, type PairPart, toPairs } from "./pairs.ts";
import * as readings from "./readings.ts";
import type { Violation } from "./violation.ts";

/** Who is asked to refuse violations, and may be excused. The proxy reads requests as the mock does: both are Prism. */
export type ReaderName = "mock" | "sandbox";

/** Something forbidden that a target accepts, and why that is all right. */
export interface Allowance {
  readonly target: ReaderName;
  readonly place: "body" | "query";
  readonly rule: string;
  readonly reason: string;
  /** What the target takes it for, so that any text can be checked, and not only that of the violation. */
  readonly reading: readings.Reading;
}

const PRISM_KEEPS = "Prism keeps the last one.";
const PRISM_COUNTS = "Prism has Ajv turn text into numbers, and Ajv takes whatever JavaScript's Number() takes.";
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
  entry("mock", "body", "repeated key", PRISM_KEEPS, readings.keepLast),
  entry("mock", "body", "one key per item", PRISM_KEEPS, readings.keepLast),
  entry(
    "mock",
    "body",
    "additionalProperties",
    "Prism reads the fields of a form that it knows, and never sees the others.",
    readings.dropUnknown,
  ),
  entry(
    "mock",
    "body",
    "minItems",
    "Prism takes an empty value of an array for an absent one.",
    readings.dropEmptyArrays,
  ),
  entry("mock", "body", "another notation", PRISM_COUNTS, readings.anyNotation),
  entry("mock", "body", "malformed percent-encoding", PRISM_DECODES, readings.keepMalformed),
  entry("mock", "body", "text that is not UTF-8", PRISM_DECODES, readings.keepMalformed),
  entry("mock", "query", "malformed percent-encoding", PRISM_MENDS, readings.mendMalformed),
  entry("mock", "query", "text that is not UTF-8", PRISM_MENDS, readings.mendMalformed),
  entry("mock", "query", "one key per item", PRISM_KEEPS, readings.keepLastItem),
  entry("mock", "query", "minItems", "Prism takes an empty value for an absent one.", readings.dropEmpty),
  entry("mock", "query", "empty value", "Prism takes an empty value for an absent one.", readings.dropEmpty),
  entry("mock", "query", "another notation", PRISM_COUNTS, readings.anyNotation),

  entry("sandbox", "body", "capital letters", CLIENTS_SHOUT, readings.anyCase),
  entry(
    "sandbox",
    "body",
    "unencoded comma",
    "Some clients of the provider leave it as it is, and it can mean nothing else.",
    readings.encodeCommas,
  ),
  entry("sandbox", "body", "one key per item", CLIENTS_REPEAT, readings.joinItems),
  entry("sandbox", "query", "capital letters", CLIENTS_SHOUT, readings.anyCase),
  entry("sandbox", "query", "one key per item", CLIENTS_REPEAT, readings.joinItems),
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
  reading: readings.Reading,
): Allowance {
  return { target, place, rule, reason, reading };
}
