import { describe, expect, it } from "vitest";
import type { RuleId } from "../release/diff/index.ts";
import { RULES } from "../release/diff/rules/index.ts";
import { statementOf } from "./statements.ts";

const placeholders = (text: string): string[] => text.match(/\{\w+\}/g) ?? [];

describe("what a rule says of two documents side by side", () => {
  it.each(Object.keys(RULES) as RuleId[])("%s says only what the rule knows", (rule) => {
    const known = placeholders(RULES[rule].edit);
    const { text = "" } = statementOf(rule) ?? {};
    expect(placeholders(text).filter((one) => !known.includes(one))).toEqual([]);
  });

  it("leaves out names, words and what the provider sends", () => {
    const silent: RuleId[] = ["schema-renamed", "operation-renamed", "documentation-changed", "webhook-added"];
    expect(silent.map(statementOf)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
