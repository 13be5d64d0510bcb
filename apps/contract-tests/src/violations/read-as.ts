import type { PairPart } from "../document/pair-parts.ts";
import { type Allowance, allowances, type ReaderName } from "./allowances.ts";
import { fromPairs, toPairs } from "./pairs.ts";

/** The entries that speak of a part of a request. */
export function allowancesFor({ place }: PairPart): readonly Allowance[] {
  return allowances.filter((entry) => entry.place === place);
}

/** What a reader takes text for, by its allowances: text that it reads to the letter. */
export function readAs(reader: ReaderName, text: string, part: PairPart): string {
  const own = allowancesFor(part).filter(({ target }) => target === reader);
  return own.reduce((read, entry) => readBy(entry, read, part), text);
}

/** The same, by one allowance alone. */
export function readBy({ reading }: Allowance, text: string, part: PairPart): string {
  return fromPairs(reading(toPairs(text), part));
}
