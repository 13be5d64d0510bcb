import { RULE_IDS, ruleById } from "@earmark/openapi-diff";
import { describe, expect, it } from "vitest";
import { statementOf } from "./find-drifts.ts";

const placeholders = (text: string): string[] => text.match(/\{\w+\}/g) ?? [];

describe("what a rule says of two documents side by side", () => {
  it.each(RULE_IDS)("%s says only what the rule knows", (rule) => {
    const known = placeholders(ruleById(rule).edit);
    const { text = "" } = statementOf(rule) ?? {};
    expect(placeholders(text).filter((one) => !known.includes(one))).toEqual([]);
  });

  it.each(RULE_IDS)("%s says who has what, and nothing of before and after", (rule) => {
    const { direction, text = "at the provider, here" } = statementOf(rule) ?? {};
    expect(text).not.toMatch(/\b(now|too|any more|became|gained|lost|added|removed|changed|renamed|instead)\b/);
    if (direction === "provider") expect(text).toMatch(/ at the provider only(, and .*)?$/);
    else if (direction === "ours") expect(text).toMatch(/ here only(, and .*)?$/);
    else expect(text).toMatch(/ at the provider\b| here\b/);
  });

  it("leaves out names, words and what the provider sends", () => {
    const silent = [
      "schema-renamed",
      "operation-renamed",
      "documentation-changed",
      "webhook-added",
      "callback-address-changed",
    ];
    expect(silent.flatMap((rule) => statementOf(rule) ?? [])).toEqual([]);
  });
});
