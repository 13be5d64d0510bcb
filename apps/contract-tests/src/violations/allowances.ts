import type { Violation } from "./violation.ts";

/** Who is asked to refuse violations, and may be excused. */
export type TargetName = "mock" | "sandbox";

/** A violation that a target accepts, and why that is all right. */
export interface Allowance {
  readonly target: TargetName;
  readonly rule: string;
  readonly reason: string;
}

/** Keep this short. The suite fails when a target starts to refuse what an entry excuses, and when nothing matches. */
export const allowances: readonly Allowance[] = [
  {
    target: "mock",
    rule: "additionalProperties",
    reason: "Prism reads the fields of a form that it knows, and never sees the others.",
  },
  {
    target: "mock",
    rule: "minItems",
    reason: "Prism takes an empty value of an array for an absent one.",
  },
  { target: "mock", rule: "repeated key", reason: "Prism keeps the last one." },
  { target: "mock", rule: "one key per item", reason: "Prism keeps the last one." },
  {
    target: "mock",
    rule: "another notation",
    reason: "Prism has Ajv turn text into numbers, and Ajv takes whatever JavaScript's Number() takes.",
  },
  { target: "mock", rule: "malformed percent-encoding", reason: "Prism keeps what does not decode as it is." },
  { target: "mock", rule: "text that is not UTF-8", reason: "Prism keeps what does not decode as it is." },
  {
    target: "sandbox",
    rule: "capital letters",
    reason: "Older official libraries of the provider send True and False.",
  },
  {
    target: "sandbox",
    rule: "one key per item",
    reason: "Some clients of the provider write arrays this way, and keeping one of the items would lose the others.",
  },
];

/** The entry that excuses a target from refusing a violation. */
export function allowance(target: TargetName, violation: Violation): Allowance | undefined {
  return allowances.find((entry) => entry.target === target && entry.rule === violation.rule);
}
