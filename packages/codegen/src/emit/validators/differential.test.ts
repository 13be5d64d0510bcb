import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { issuesBothWays } from "../../testing/checks.ts";
import { differences, documentsIn, verdictOf } from "../../testing/fuzz/differences.ts";
import { DISAGREEMENTS } from "../../testing/fuzz/disagreements.ts";
import { ajv, typebox } from "../../testing/fuzz/oracles.ts";
import { checkOf } from "./testing/check-of.ts";

/** A folder of further documents. */
const MORE = process.env.FUZZ_DOCUMENTS;

const fixtures = documentsIn(join(import.meta.dirname, "../../testing/fuzz/documents"));
const others = MORE === undefined ? [] : documentsIn(MORE);

/** Schemas that nothing breaks, or everything. */
const ONE_SIDED = ["Anything", "Everything", "Json", "Nothing"];

describe("emitted checks agree with Ajv and TypeBox, in both modes", () => {
  it.each([...fixtures, ...others].map((path) => [basename(path), path]))(
    "about every schema of %s",
    async (_, path) => {
      const isTwoSided = (name: string) => fixtures.includes(path) && !ONE_SIDED.includes(name);
      expect(await differences(path, isTwoSided)).toEqual([]);
    },
    600_000,
  );
});

describe("a disagreement is explained where", () => {
  it.each(DISAGREEMENTS.map((each) => [each.oracle, each.reason, each] as const))("%s %s", (_, __, each) => {
    const { schema, value, valid } = each.example;
    const oracle = each.oracle === "Ajv" ? ajv(schema) : typebox(schema);
    expect(issuesBothWays(checkOf(schema), value).length === 0).toBe(valid);
    expect(verdictOf(oracle, "#")(value)).not.toBe(valid);
    expect(each.explains([schema], value)).toBe(true);
  });
});
