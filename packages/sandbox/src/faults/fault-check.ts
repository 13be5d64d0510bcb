import { type Check, integer, list, matching, must, oneOf, type Problem, record } from "../settings/check.ts";
import { checkSettings, parseSettings } from "../settings/settings.ts";
import { type Fault, type FaultEffect, type FaultyBody, requestRange } from "./fault.ts";

/** Ten minutes: longer than any client waits. */
const MAX_LATENCY = 600_000;
const MAX_COUNT = 1_000_000_000;

const effect = {
  latency: integer(0, MAX_LATENCY),
  jitter: integer(0, MAX_LATENCY),
  status: integer(400, 599),
  code: integer(0, 99_999),
  retryAfter: must(
    "true or an integer from 0",
    (value) => value === true || (typeof value === "number" && integer(0, MAX_COUNT)(value, []).length === 0),
  ),
  reset: oneOf(true),
  processed: oneOf(true, false),
  body: oneOf(...(["truncated", "malformed", "html", "text", "empty"] satisfies FaultyBody[])),
  json: () => [],
} satisfies Record<keyof FaultEffect, Check>;

const fields = {
  method: matching(/^[A-Z]+$/, "a method in capitals"),
  operation: matching(/^\w+$/, "an operationId"),
  account: matching(/^AC[0-9a-fA-F]{32}$/, "the SID of an account, AC and 32 hexadecimal digits"),
  requests: must('a number from 1 on or a range such as "3-5" or "3-"', (value) => requestRange(value) !== undefined),
  times: integer(1, MAX_COUNT),
  probability: must("a number from 0 to 1", (value) => typeof value === "number" && value >= 0 && value <= 1),
  concurrency: integer(0, MAX_COUNT),
  rate: integer(0, MAX_COUNT),
  per: integer(1, 86_400),
  ...effect,
} satisfies Record<keyof Fault, Check>;

const exclusive = [
  ["status", "reset"],
  ["reset", "body"],
  ["reset", "json"],
  ["body", "json"],
] as const satisfies readonly (readonly (keyof Fault)[])[];

/** Fields that need one of some others to have an effect. */
const needed = [
  ["code", ["status"]],
  ["jitter", ["latency"]],
  ["per", ["rate"]],
  ["processed", ["status", "reset"]],
  ["retryAfter", ["status", "rate", "concurrency"]],
] as const satisfies readonly (readonly [keyof Fault, readonly (keyof Fault)[]])[];

/** Checks one fault: its fields, and that they make sense together. */
export const faultCheck: Check = (value, path) => {
  const problems = record(fields)(value, path);
  if (problems.length > 0) return problems;
  const given = new Set(Object.keys(Object(value)).filter((name) => Object(value)[name] !== undefined));
  return [...combinations(given)].map((message) => ({ path, message }) satisfies Problem);
};

function* combinations(given: ReadonlySet<string>): Generator<string> {
  for (const pair of exclusive) {
    if (pair.every((name) => given.has(name))) yield `must not have both ${pair.join(" and ")}`;
  }
  for (const [name, others] of needed) {
    if (given.has(name) && !others.some((other) => given.has(other)))
      yield `has ${name}, which needs ${others.join(" or ")}`;
  }
  const effects = ["latency", "status", "reset", "body", "json", "concurrency", "rate"];
  if (!effects.some((name) => given.has(name))) yield `must have at least one of ${effects.join(", ")}`;
}

/** @throws {SettingsError} */
export function checkFaults(value: readonly Fault[]): void {
  checkSettings(value, list(faultCheck), "faults");
}

/**
 * Reads faults from the source of a JSON file.
 *
 * @param file its name, for messages.
 * @throws {SettingsError} with `file:line:column` for everything that is wrong
 */
export function parseFaults(source: string, file = "faults"): readonly Fault[] {
  // The check has just established the type.
  return parseSettings(source, list(faultCheck), file) as readonly Fault[];
}
