import type { JsonObject } from "../json/json.ts";
import { KEYWORDS } from "./keywords.ts";

/** The first keyword of a schema that is not as JSON Schema demands, and what was expected. */
export function malformed(schema: JsonObject): { readonly keyword: string; readonly expected: string } | undefined {
  for (const [keyword, value] of Object.entries(schema)) {
    const known = KEYWORDS.get(keyword);
    if (known !== undefined && !known.isOptional && !known.value.test(value))
      return { keyword, expected: known.value.expected };
  }
  return undefined;
}
