import type { FormField } from "@earmark/http";
import { type Allowance, allowances, type ReaderName } from "./allowances.ts";
import { fromPairs, toPairs } from "./pairs.ts";

/** What a reader takes a form for, by its allowances: a form that it reads to the letter. */
export function readAs(reader: ReaderName, text: string, fields: Readonly<Record<string, FormField>>): string {
  return allowances
    .filter(({ target }) => target === reader)
    .reduce((form, entry) => readBy(entry, form, fields), text);
}

/** The same, by one allowance alone. */
export function readBy({ reading }: Allowance, text: string, fields: Readonly<Record<string, FormField>>): string {
  return fromPairs(reading(toPairs(text), fields));
}
