import { type Keyword, wrong } from "./keyword.ts";

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#name-validation-keywords-for-any */
export const scalarKeywords: Readonly<Record<string, Keyword>> = {
  /** Just outside the list: numbers at both ends, text by a suffix and by its case. */
  enum: ({ schema: { enum: values = [] } }) => {
    const numbers = values.filter((value) => typeof value === "number");
    const [text] = values.filter((value) => typeof value === "string");
    const unlisted: unknown[] = text === undefined ? [] : [`${text}_unlisted`, swapCase(String(text))];
    if (numbers.length > 0) unlisted.push(Math.min(...numbers) - 1, Math.max(...numbers) + 1);
    if (unlisted.length === 0) throw new Error(`No value outside of ${JSON.stringify(values)} is known.`);
    return unlisted.filter((value) => !values.includes(value)).map((value) => wrong("enum", value));
  },
  minimum: ({ schema: { minimum = 0 } }) => [wrong("minimum", minimum - 1)],
  maximum: ({ schema: { maximum = 0 } }) => [wrong("maximum", maximum + 1)],
};

function swapCase(text: string): string {
  return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}
