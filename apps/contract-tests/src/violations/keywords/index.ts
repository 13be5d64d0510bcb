import { arrayKeywords } from "./array.ts";
import { compositionKeywords } from "./composition.ts";
import type { Keyword } from "./keyword.ts";
import { objectKeywords } from "./object.ts";
import { scalarKeywords } from "./scalar.ts";
import { stringKeywords } from "./string.ts";
import { wrongTypes } from "./wrong-types.ts";

/** How each keyword is broken. */
export const keywords: ReadonlyMap<string, Keyword> = new Map(
  Object.entries({
    type: wrongTypes,
    ...scalarKeywords,
    ...stringKeywords,
    ...arrayKeywords,
    ...objectKeywords,
    ...compositionKeywords,
  }),
);
