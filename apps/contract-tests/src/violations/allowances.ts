import {
  anyCase,
  anyNotation,
  dropEmptyArrays,
  dropUnknown,
  encodeCommas,
  joinItems,
  keepLast,
  keepMalformed,
  type Reading,
} from "./readings.ts";
import type { Violation } from "./violation.ts";

/** Who is asked to refuse violations, and may be excused. The proxy reads requests as the mock does: both are Prism. */
export type ReaderName = "mock" | "sandbox";

/** Something forbidden that a target accepts, and why that is all right. */
export interface Allowance {
  readonly target: ReaderName;
  readonly rule: string;
  readonly reason: string;
  /** What the target takes it for, so that any form can be checked, and not only the one of the violation. */
  readonly reading: Reading;
}

/**
 * Keep this short. The suite fails when a target starts to refuse what an entry excuses, when nothing matches, and when
 * a target reads a random form in another way than its entries say.
 */
export const allowances: readonly Allowance[] = [
  {
    target: "mock",
    rule: "repeated key",
    reason: "Prism keeps the last one.",
    reading: keepLast,
  },
  {
    target: "mock",
    rule: "one key per item",
    reason: "Prism keeps the last one.",
    reading: keepLast,
  },
  {
    target: "mock",
    rule: "additionalProperties",
    reason: "Prism reads the fields of a form that it knows, and never sees the others.",
    reading: dropUnknown,
  },
  {
    target: "mock",
    rule: "minItems",
    reason: "Prism takes an empty value of an array for an absent one.",
    reading: dropEmptyArrays,
  },
  {
    target: "mock",
    rule: "another notation",
    reason: "Prism has Ajv turn text into numbers, and Ajv takes whatever JavaScript's Number() takes.",
    reading: anyNotation,
  },
  {
    target: "mock",
    rule: "malformed percent-encoding",
    reason: "Prism keeps what does not decode as it is.",
    reading: keepMalformed,
  },
  {
    target: "mock",
    rule: "text that is not UTF-8",
    reason: "Prism keeps what does not decode as it is.",
    reading: keepMalformed,
  },
  {
    target: "sandbox",
    rule: "capital letters",
    reason: "Older official libraries of the provider send True and False.",
    reading: anyCase,
  },
  {
    target: "sandbox",
    rule: "unencoded comma",
    reason: "Some clients of the provider leave it as it is, and it can mean nothing else.",
    reading: encodeCommas,
  },
  {
    target: "sandbox",
    rule: "one key per item",
    reason: "Some clients of the provider write arrays this way, and keeping one of the items would lose the others.",
    reading: joinItems,
  },
];

/** The entry that excuses a target from refusing a violation. */
export function allowance(target: ReaderName, violation: Violation): Allowance | undefined {
  return allowances.find((entry) => entry.target === target && entry.rule === violation.rule);
}
