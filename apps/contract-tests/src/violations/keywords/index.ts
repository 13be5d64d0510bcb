import { type LeftOut, NOT_YET, REFUSED, WITHIN_IF } from "../../document/left-out.ts";
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

export const LEFT_OUT: LeftOut = {
  ...NOT_YET,
  [REFUSED]: "const uniqueItems allOf oneOf else",
  [WITHIN_IF]: "contains",
};
