import { fullFormats } from "ajv-formats/dist/formats.js";

/** Formats that are met by every value, or that say how a value is shown. */
const UNCHECKED = ["float", "double", "password", "binary"];

/**
 * Tells whether a value is in a format: `undefined` when the format is not about it. There is no test for a format that
 * nobody checks. From a library that shares nothing with our validators.
 */
export function formatTest(name: string): ((value: unknown) => boolean | undefined) | undefined {
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
  // Each library that numbers and texts go through says yes or no.
  return (value) => (typeof value === type ? test(value) === true : undefined);
}
