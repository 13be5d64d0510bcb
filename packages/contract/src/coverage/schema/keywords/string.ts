import { fullFormats } from "ajv-formats/dist/formats.js";
import { breach, NOTHING, reach } from "../outcome.ts";
import type { Keyword, KeywordSite } from "../schema-node.ts";
import { limit } from "./limit.ts";

const length = {
  counts: true,
  // Code points, which is what JSON Schema counts (RFC 8259 speaks of characters).
  measure: (value: unknown): number | undefined => (typeof value === "string" ? [...value].length : undefined),
  show: (amount: number): string => (amount === 1 ? "1 character" : `${amount} characters`),
};

const pattern: Keyword = ({ value, subject, point }) => {
  const expression = new RegExp(String(value.value), "u");
  const right = point({ key: "pattern", label: "matches the pattern", says: `${subject} that matches ${expression}` });
  const wrong = point({
    key: "pattern!",
    label: "breaks the pattern",
    says: `${subject} that does not match ${expression}`,
    forbidden: true,
  });
  return {
    points: [right, wrong],
    observe(received, at) {
      if (typeof received !== "string") return NOTHING;
      return expression.test(received) ? reach(right) : breach(at, wrong);
    },
  };
};

/** Those that nobody checks are annotations (Validation 7.2), and are shown as such. */
const format: Keyword = ({ value, subject, point }) => {
  const name = String(value.value);
  const test = formatTest(name);
  const unreachable = test === undefined ? `Nobody checks the format ${name}.` : undefined;
  const right = point({ key: "format", label: name, says: `${subject} in the format ${name}` });
  const wrong = point({
    key: "format!",
    label: `no ${name}`,
    says: `${subject} that is not in the format ${name}`,
    forbidden: true,
    unreachable,
  });
  return {
    points: test === undefined ? [wrong] : [right, wrong],
    observe(received, at) {
      const result = test?.(received);
      if (result === undefined) return NOTHING;
      return result ? reach(right) : breach(at, wrong);
    },
  };
};

export const stringKeywords: Readonly<Record<string, Keyword>> = {
  minLength: limit({ ...length, end: "least", unreachable: emptySegment }),
  maxLength: limit({ ...length, end: "most" }),
  pattern,
  format,
};

function emptySegment(bound: number, { site }: KeywordSite): string | undefined {
  const inPath = site.side === "request" && site.segments[2] === "path";
  return bound === 1 && inPath ? "An empty segment of a path is no segment." : undefined;
}

/** Formats that are met by every value, or that say how a value is shown. */
const UNCHECKED = ["float", "double", "password", "binary"];

/**
 * Tells whether a value is in a format: `undefined` when the format is not about it. There is no test for a format that
 * nobody checks. From a library that shares nothing with our validators.
 */
function formatTest(name: string): ((value: unknown) => boolean | undefined) | undefined {
  const formats: Readonly<Record<string, unknown>> = fullFormats;
  const definition = Object.hasOwn(formats, name) && !UNCHECKED.includes(name) ? formats[name] : undefined;
  if (definition === undefined) return undefined;
  if (definition instanceof RegExp) return (value) => (typeof value === "string" ? definition.test(value) : undefined);
  // What is not a pattern is a function, or an object that has one.
  const { type = "string", validate = definition } = definition as {
    readonly type?: string;
    readonly validate?: unknown;
  };
  const test = validate instanceof RegExp ? (value: unknown) => validate.test(String(value)) : validate;
  if (typeof test !== "function") return undefined;
  // Each library that numbers and strings go through says yes or no.
  return (value) => (typeof value === type ? test(value) === true : undefined);
}
