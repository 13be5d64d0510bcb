import { type Keyword, wrong } from "./keyword.ts";

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#name-validation-keywords-for-str */
export const stringKeywords: Readonly<Record<string, Keyword>> = {
  minLength: ({ schema: { minLength = 0 }, right }) =>
    minLength > 0 ? [wrong("minLength", String(right()).slice(0, minLength - 1))] : [],
  maxLength: ({ schema: { maxLength = 0 }, right }) => [wrong("maxLength", String(right()).padEnd(maxLength + 1, "a"))],
  pattern: ({ schema: { pattern = "" }, right }) => [wrong("pattern", mismatch(pattern, String(right())))],
  /** No format that this project checks has a space at its end. */
  format: ({ right }) => [wrong("format", `${right()} `)],
};

/** The value with one character replaced, so that its length stays right. */
function mismatch(pattern: string, right: string): string {
  const expression = new RegExp(pattern, "u");
  const candidates = Array.from(right, (_, index) => `${right.slice(0, index)}!${right.slice(index + 1)}`);
  const found = candidates.find((candidate) => !expression.test(candidate));
  if (found === undefined) throw new Error(`No value like ${right} is known to break ${pattern}.`);
  return found;
}
