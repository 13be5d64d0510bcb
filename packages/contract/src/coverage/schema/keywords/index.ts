// Independent on purpose: coverage judges the validators, the sandbox and Prism. It reads neither the table of keywords
// nor any other list of them.
import { applicators } from "./applicators.ts";
import { assertions } from "./assertions.ts";
import type { Keyword } from "./keyword.ts";
import { objectKeywords } from "./objects.ts";

/** What each keyword means, but for annotations. */
export const keywords: ReadonlyMap<string, Keyword> = new Map(
  Object.entries({ ...assertions, ...applicators, ...objectKeywords }),
);

/** Keywords that a document under measurement must not have, by why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "Documents of OpenAPI do without references that depend on who follows them.": "$dynamicRef",
};
