import { ANNOTATION, API_EDITS, REQUEST_EDITS, RESPONSE_EDITS, SHARED_EDITS } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { ruleById } from "../rules/index.ts";
import { diffTexts, impactText } from "../testing/diff-texts.ts";

describe.each([
  ["the body of a request", REQUEST_EDITS],
  ["a response", RESPONSE_EDITS],
  ["a schema that travels both ways", SHARED_EDITS],
  ["the rest of the document", API_EDITS],
])("in %s", (_, edits) => {
  for (const [name, impact, edit, base] of edits) {
    it(`${name}: ${impact}`, async () => {
      const before = base === undefined ? ANNOTATION : base(ANNOTATION);
      const diff = await diffTexts(before, edit(before));
      expect(impactText(diff.impact)).toBe(impact);
      // Names in braces are part of paths; whatever a rule leaves open in its own words was never filled in.
      for (const { rule, message } of diff.changes)
        for (const placeholder of ruleById(rule).edit.match(/\{\w+\}/g) ?? [])
          expect(message).not.toContain(placeholder);
    });
  }
});
