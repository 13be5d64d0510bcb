import type { JsonObject } from "@earmark/openapi";
import { changed, type Facts } from "../finding.ts";
import { child, type Place } from "../place.ts";
import type { RuleId } from "../rules/index.ts";
import type { Comparison } from "../schema/pair.ts";

/** Keywords that are true or not, each with the rules for when it is set and when it is taken back. */
export function* compareFlags(
  before: Place<JsonObject>,
  after: Place<JsonObject>,
  flags: readonly (readonly [keyword: string, on: RuleId, off: RuleId])[],
  facts: Facts,
): Comparison {
  for (const [keyword, on, off] of flags) {
    const [was, is] = [before.value[keyword] === true, after.value[keyword] === true];
    if (was !== is) yield changed(is ? on : off, child(after, keyword) ?? after, facts);
  }
}
