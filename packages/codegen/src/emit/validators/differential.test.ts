import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { check, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Json } from "../../document/index.ts";
import { issuesBothWays } from "../../testing/checks.ts";
import { DISAGREEMENTS } from "../../testing/fuzz/disagreements.ts";
import { Grower } from "../../testing/fuzz/grower.ts";
import { NearSchema } from "../../testing/fuzz/near-schema.ts";
import { ajv, type Oracle, typebox } from "../../testing/fuzz/oracles.ts";
import { type Subject, viewsOf } from "../../testing/fuzz/subjects.ts";
import { checkOf } from "./testing/check-of.ts";

// Another seed is another set of values; the one of a failure is in its message.
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const RUNS = Number(process.env.FUZZ_RUNS ?? 200);
/** A folder of further documents. */
const MORE = process.env.FUZZ_DOCUMENTS;

const fixtures = documentsIn(join(import.meta.dirname, "../../testing/fuzz/documents"));
const documents = [
  ...fixtures,
  ...documentsIn(join(import.meta.dirname, "../../../../../openapi")),
  ...(MORE === undefined ? [] : documentsIn(MORE)),
];

/** Schemas that nothing breaks, or everything. */
const ONE_SIDED = ["Anything", "Everything", "Json", "Nothing"];
/** With fewer values it is chance whether some of them are valid, and some not. */
const ENOUGH = 200;

describe("emitted checks agree with Ajv and TypeBox, in both modes", () => {
  it.each(documents.map((path) => [basename(path), path]))(
    "about every schema of %s",
    async (_, path) => {
      const failures: string[] = [];
      for (const view of await viewsOf(path)) {
        const grower = new Grower(view.document);
        const oracles = [ajv(view.document), typebox(view.document)];
        for (const subject of view.subjects) {
          const { failure, valid } = compare(subject, oracles, grower);
          if (failure !== undefined) failures.push(`${subject.name}: ${failure}`);
          else if (fixtures.includes(path) && RUNS >= ENOUGH && !ONE_SIDED.includes(subject.name))
            if (valid === 0 || valid === RUNS)
              failures.push(`${subject.name}: ${valid} of ${RUNS} values were valid, which compares one side only`);
        }
      }
      expect(failures).toEqual([]);
    },
    600_000,
  );
});

describe("a disagreement is explained where", () => {
  it.each(DISAGREEMENTS.map((each) => [each.oracle, each.reason, each] as const))("%s %s", (_, __, each) => {
    const { schema, value, valid } = each.example;
    const oracle = each.oracle === "Ajv" ? ajv(schema) : typebox(schema);
    expect(issuesBothWays(checkOf(schema), value).length === 0).toBe(valid);
    expect(answer(oracle, "#")(value)).not.toBe(valid);
    expect(each.explains([schema], value)).toBe(true);
  });
});

/** Values near one schema, until one of them tells two validators apart. */
function compare(subject: Subject, oracles: readonly Oracle[], grower: Grower): { failure?: string; valid: number } {
  const answers = oracles.map((oracle) => ({ name: oracle.name, of: answer(oracle, subject.pointer) }));
  let valid = 0;
  const agree = property(new NearSchema({ $ref: subject.pointer }, grower), (value) => {
    const issues = issuesBothWays(subject.check, value);
    const matches = issues.length === 0;
    if (matches) valid++;
    for (const { name, of } of answers) {
      const found = of(value);
      if (found === matches) continue;
      const explained = DISAGREEMENTS.some(
        ({ oracle, explains }) => oracle === name && explains(subject.schemas, value),
      );
      if (!explained) throw new Error(`${name} says ${found}, we say ${JSON.stringify(issues)}`);
    }
  });
  const { counterexample, counterexamplePath, errorInstance } = check(agree, { seed: SEED, numRuns: RUNS });
  if (counterexample === null) return { valid };
  const [value] = counterexample;
  return {
    valid,
    failure: `seed ${SEED}, path ${counterexamplePath}, ${JSON.stringify(value)}: ${String(errorInstance)}`,
  };
}

/** What another validator says about values; undefined when it cannot. */
function answer(oracle: Oracle, pointer: string): (value: Json) => boolean | undefined {
  let matcher: ((value: Json) => boolean) | undefined;
  return (value) => {
    try {
      matcher ??= oracle.matcher(pointer);
      return matcher(value);
    } catch {
      return undefined;
    }
  };
}

function documentsIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /\.(ya?ml|json)$/.test(name));
  return names.sort().map((name) => join(folder, name));
}
