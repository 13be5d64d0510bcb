import type { Checkers } from "../checkers/checker.ts";
import { FIXTURES, INVALID_PLACES, invalidAnnotation } from "./values.ts";

/** Thrown when peers do not check the same thing; comparing them would mean nothing. */
export class DisagreementError extends Error {
  override readonly name = "DisagreementError";
  readonly code = "disagreement";
}

/** Throws {@link DisagreementError} with every disagreement there is. */
export function requireAgreement(peers: ReadonlyMap<string, Checkers>): void {
  const lines = [...peers].flatMap(([name, checkers]) => disagreements(name, checkers));
  if (lines.length > 0) throw new DisagreementError(`peers disagree with the fixtures:\n  ${lines.join("\n  ")}`);
}

/** Differences between a peer and the table of fixtures, one line each. */
export function disagreements(peer: string, checkers: Checkers): string[] {
  const lines = FIXTURES.flatMap(({ schema, value, valid }) => {
    const checker = checkers[schema];
    const results = { is: checker.is(value), issues: checker.issues(value).length === 0 };
    return Object.entries(results)
      .filter(([, result]) => result !== valid)
      .map(
        ([method, result]) =>
          `${peer}, ${method}: ${schema} ${describe(value)} is ${verdict(valid)}, not ${verdict(result)}`,
      );
  });
  const places = new Set(checkers.Annotation.issues(invalidAnnotation).map(placeOf));
  const found = [...places].sort().join(", ");
  const expected = INVALID_PLACES.join(", ");
  return found === expected ? lines : [...lines, `${peer}: finds issues at ${found}, not at ${expected}`];
}

function verdict(valid: boolean): string {
  return valid ? "valid" : "invalid";
}

function describe(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${[...text].slice(0, 79).join("")}…` : text;
}

/** The path of an issue in any of the peers' three forms: `quality_issues/1`. */
function placeOf(issue: unknown): string {
  if (typeof issue !== "object" || issue === null) throw new TypeError("an issue is not an object");
  if ("instancePath" in issue) return String(issue.instancePath).slice(1);
  if (!("path" in issue) || !isIterable(issue.path)) throw new TypeError("an issue does not say where it is");
  return Array.from(issue.path, key).join("/");
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

function key(step: unknown): string {
  return String(typeof step === "object" && step !== null && "key" in step ? step.key : step);
}
