// Independent on purpose: this is how the validators, the sandbox and Prism are judged, so it uses nothing of ours, and
// reads neither the table of keywords nor any other list of them.
import type { Keyword } from "../schema-node.ts";
import { arrayKeywords } from "./array.ts";
import { compositionKeywords } from "./composition.ts";
import { objectKeywords } from "./object.ts";
import { scalarKeywords } from "./scalar.ts";
import { stringKeywords } from "./string.ts";
import { typeKeyword } from "./type.ts";

/** What each keyword means, but for annotations. */
export const keywords: ReadonlyMap<string, Keyword> = new Map(
  Object.entries({
    type: typeKeyword,
    // Read by `compileSchema`.
    nullable: () => undefined,
    ...scalarKeywords,
    ...stringKeywords,
    ...arrayKeywords,
    ...objectKeywords,
    ...compositionKeywords,
  }),
);

/** Keywords that a document under measurement must not have, by why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "Documents of OpenAPI do without references that depend on who follows them.": "$dynamicRef",
};
