import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diffTexts } from "../testing/diff-texts.ts";
import { DOCUMENT_EXAMPLES } from "../testing/document-examples.ts";
import { OPERATION_EXAMPLES } from "../testing/operation-examples.ts";
import { type Example, exampleDocument, schemaDocument } from "../testing/rule-example.ts";
import { rulesDocument } from "../testing/rules-document.ts";
import { SCHEMA_EXAMPLES } from "../testing/schema-examples.ts";
import { RULES, type RuleId } from "./index.ts";

async function expectRule(rule: RuleId, before: string, after: string): Promise<void> {
  const { changes } = await diffTexts(before, after);
  expect(changes.map((change) => change.rule)).toContain(rule);
  const found = changes.find((change) => change.rule === rule);
  expect(found?.impact).toEqual(RULES[rule].impact);
  expect(found?.message).toMatch(/^[^{}]+: [^{}]+\.$/);
}

const table = (examples: Readonly<Record<string, Example>>): [RuleId, ...Example][] =>
  // The keys of the tables are the rules.
  Object.entries(examples).map(([rule, [before, after]]) => [rule as RuleId, before, after]);

describe("the rule", () => {
  describe.each(["request", "response"] as const)("of a schema in a %s", (direction) => {
    it.each(Object.entries(SCHEMA_EXAMPLES))(`${direction}-%s finds its example`, async (edit, [before, after]) => {
      // The keys of the table are the edits.
      const rule = `${direction}-${edit}` as RuleId;
      await expectRule(rule, schemaDocument(before, direction), schemaDocument(after, direction));
    });
  });

  it.each([...table(OPERATION_EXAMPLES), ...table(DOCUMENT_EXAMPLES)])("%s finds its example", (rule, before, after) =>
    expectRule(rule, exampleDocument(before), exampleDocument(after)),
  );
});

it("RULES.md says what the rules are", async () => {
  const file = join(import.meta.dirname, "../../RULES.md");
  const hint = "RULES.md is stale; run `pnpm --filter @earmark/openapi-diff exec vitest run rules.test --update`";
  await expect(rulesDocument(), hint).toMatchFileSnapshot(file);
});
