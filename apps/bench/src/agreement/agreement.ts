import type { Checkers } from "../peers/load-checkers.ts";
import { INVALID_PLACES, invalidAnnotation } from "./annotation-values.ts";
import type { Fixture } from "./fixture.ts";
import { placeOf } from "./place-of.ts";
import { updateFixtures } from "./update-fixtures.ts";
import { annotationFixtures } from "./values.ts";

const FIXTURES: readonly Fixture[] = [...annotationFixtures, ...updateFixtures];

/** Where a peer judges otherwise than the table of fixtures, one line each; only peers that agree may be compared. */
export function disagreements(peer: string, checkers: Checkers): string[] {
  const lines = FIXTURES.flatMap(({ schema, value, valid }) => {
    const checker = checkers[schema];
    const answers = { is: checker.is(value), issues: checker.issues(value).length === 0 };
    return Object.entries(answers)
      .filter(([, answer]) => answer !== valid)
      .map(([way, answer]) => `${peer}, ${way}: ${schema} ${describe(value)} is ${says(valid)}, not ${says(answer)}`);
  });
  const places = new Set(checkers.Annotation.issues(invalidAnnotation).map(placeOf));
  const found = [...places].sort().join(", ");
  const expected = INVALID_PLACES.join(", ");
  return found === expected ? lines : [...lines, `${peer}: finds issues at ${found}, not at ${expected}`];
}

function says(valid: boolean): string {
  return valid ? "valid" : "invalid";
}

function describe(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${[...text].slice(0, 79).join("")}…` : text;
}
