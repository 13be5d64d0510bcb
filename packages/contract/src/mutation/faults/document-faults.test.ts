import { expect, test } from "vitest";
import { documentFaults } from "./document-faults.ts";

const withSchema = (schema: object) => documentFaults({ components: { schemas: { A: schema } } });

test("keywords are told from names that look like them, and from data", () => {
  const schema = {
    properties: { not: { maxLength: 3 } },
    $defs: { else: {} },
    enum: [{ uniqueItems: true }],
  };
  const names = withSchema(schema).map(({ name }) => name);
  expect(names).toContain("/components/schemas/A/properties/not/maxLength: 4");
  expect(names.filter((name) => /else|\/enum\/0/.test(name))).toEqual([]);
});

test("a keyword that no fault is known for is refused instead of being left out", () => {
  expect(() => withSchema({ items: { uniqueItems: true } })).toThrow("No fault is known for the keyword uniqueItems");
});
