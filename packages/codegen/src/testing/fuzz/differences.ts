import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Json } from "@earmark/openapi";
import { Grower } from "@earmark/openapi/values";
import { arbitrary } from "@earmark/openapi/values/fast-check";
import { check, property } from "fast-check";
import { issuesBothWays } from "../checks.ts";
import { DISAGREEMENTS } from "./disagreements.ts";
import { ajv, type Oracle, typebox } from "./oracles.ts";
import { type Subject, viewsOf } from "./subjects.ts";

// Another seed is another set of values; the one of a failure is in its message.
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const RUNS = Number(process.env.FUZZ_RUNS ?? 200);

/** With fewer values it is chance whether some of them are valid, and some not. */
const ENOUGH = 200;

/** The documents directly in a folder, sorted. */
export function documentsIn(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => /\.(ya?ml|json)$/.test(name));
  return names.sort().map((name) => join(folder, name));
}

/**
 * Where our checks and other validators differ without a known reason, one line for each schema of a document.
 *
 * @param isTwoSided Schemas of which some values must be valid and some not, or else one side only is compared.
 */
export async function differences(
  path: string,
  isTwoSided: (name: string) => boolean = () => false,
): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const view of await viewsOf(path)) {
    const grower = new Grower(view.resolve);
    const oracles = [ajv(view.document), typebox(view.document)];
    for (const subject of view.subjects) {
      const { name } = subject;
      const { failure, valid } = compare(subject, oracles, grower);
      if (failure !== undefined) lines.push(`${name}: ${failure}`);
      else if (RUNS >= ENOUGH && isTwoSided(name) && (valid === 0 || valid === RUNS))
        lines.push(`${name}: ${valid} of ${RUNS} values were valid, which compares one side only`);
    }
  }
  return lines;
}

/** Values near one schema, until one of them tells two validators apart. */
function compare(subject: Subject, oracles: readonly Oracle[], grower: Grower): { failure?: string; valid: number } {
  const judges = oracles.map((oracle) => ({ name: oracle.name, of: verdictOf(oracle, subject.pointer) }));
  let valid = 0;
  const agree = property(
    arbitrary((dice) => grower.near({ $ref: subject.pointer }, dice)),
    (value) => {
      const issues = issuesBothWays(subject.check, value);
      const matches = issues.length === 0;
      if (matches) valid++;
      for (const { name, of } of judges) {
        const found = of(value);
        if (found === matches) continue;
        const explained = DISAGREEMENTS.some(
          ({ oracle, explains }) => oracle === name && explains(subject.schemas, value),
        );
        if (!explained) throw new Error(`${name} says ${found}, we say ${JSON.stringify(issues)}`);
      }
    },
  );
  const { counterexample, counterexamplePath, errorInstance } = check(agree, { seed: SEED, numRuns: RUNS });
  if (counterexample === null) return { valid };
  const [value] = counterexample;
  return {
    valid,
    failure: `seed ${SEED}, path ${counterexamplePath}, ${JSON.stringify(value)}: ${String(errorInstance)}`,
  };
}

/** What another validator says about values; undefined when it cannot. */
export function verdictOf(oracle: Oracle, pointer: string): (value: Json) => boolean | undefined {
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
