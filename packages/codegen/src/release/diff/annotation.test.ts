import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RULES } from "./rules/index.ts";
import { API_EDITS } from "./testing/api-edits.ts";
import { diffTexts, impactText } from "./testing/diff-texts.ts";
import { REQUEST_EDITS } from "./testing/request-edits.ts";
import { RESPONSE_EDITS, SHARED_EDITS } from "./testing/response-edits.ts";

/** A copy, so that an edit of the real one, which is what this is about, breaks no test. */
const ANNOTATION = readFileSync(join(import.meta.dirname, "testing/annotation.yaml"), "utf8");

describe.each([
  ["the body of a request", REQUEST_EDITS],
  ["an answer", RESPONSE_EDITS],
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
        for (const placeholder of RULES[rule].edit.match(/\{\w+\}/g) ?? []) expect(message).not.toContain(placeholder);
    });
  }
});
