import { type Keyword, wrong } from "./keyword.ts";

/** @see https://json-schema.org/draft/2020-12/json-schema-validation#name-validation-keywords-for-arr */
export const arrayKeywords: Readonly<Record<string, Keyword>> = {
  minItems: ({ schema: { minItems = 0 }, right }) =>
    minItems > 0 ? [wrong("minItems", [right()].flat().slice(0, minItems - 1))] : [],
  maxItems: ({ schema: { maxItems = 0 }, right }) => {
    const [item] = [right()].flat();
    return [
      wrong(
        "maxItems",
        Array.from({ length: maxItems + 1 }, () => item),
      ),
    ];
  },
  /** Alone, and after a right one. */
  items: ({ schema: { items = {} }, right, walk }) =>
    [[], [right()].flat().slice(0, 1)].flatMap((before) =>
      walk(items).map((inner) => ({
        ...inner,
        path: [before.length, ...inner.path],
        value: [...before, inner.value],
        // An item that is nothing is no item.
        survivesText: inner.survivesText && inner.value !== null,
      })),
    ),
};
