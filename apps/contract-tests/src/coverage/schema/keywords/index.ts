import type { Keyword } from "../keyword.ts";
import { arrayKeywords } from "./array.ts";
import { compositionKeywords } from "./composition.ts";
import { isAnnotation } from "./is-annotation.ts";
import { objectKeywords } from "./object.ts";
import { scalarKeywords } from "./scalar.ts";
import { stringKeywords } from "./string.ts";
import { typeKeyword } from "./type.ts";

const taught: ReadonlyMap<string, Keyword> = new Map(
  Object.entries({
    type: typeKeyword,
    ...scalarKeywords,
    ...stringKeywords,
    ...arrayKeywords,
    ...objectKeywords,
    ...compositionKeywords,
  }),
);

/** What a keyword means. `undefined` for one that nobody taught the measurement. */
export function keywords(name: string): Keyword | undefined {
  return isAnnotation(name) ? () => undefined : taught.get(name);
}
