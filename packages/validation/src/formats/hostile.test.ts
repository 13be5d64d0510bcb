import { expect, it } from "vitest";
import * as runtime from "../runtime.ts";
import { formatChecks } from "../testing/format-checks.ts";

const LENGTH = 100_000;

/** What makes a backtracking expression try again: a long beginning that could be right, and an end that is wrong. */
const beginnings = ["", "a:", "a://", "a://[", "a@", '"', "a@[IPv6:", "P", "PT", "/", "00:00:00.", "xn--"];
const repeated = ["a", "1", "a.", "a-", "%41", "1:", ":", "@", "#", "[", "(", "/", "~0", "1D", "=", "A===", "\\a"];
const ends = ["", "^", "%", '"@'];

function* texts(): Generator<string> {
  for (const beginning of beginnings)
    for (const part of repeated) for (const end of ends) yield beginning + part.repeat(LENGTH / part.length) + end;
}

const checks = Object.entries({ ...formatChecks, "uri, leniently": runtime.isUriLike });

// In linear time a text of this length takes milliseconds; in quadratic time, many seconds. Microseconds of the processor:
// others may have it meanwhile.
const LONG = 1_000_000;

it.each(checks)("%s takes linear time, whatever the text", { timeout: 120_000 }, (_, check) => {
  const slow: string[] = [];
  for (const text of texts()) {
    if (took(check, text) > LONG) slow.push(`${text.slice(0, 20)}…${text.slice(-5)}`);
  }
  expect(slow).toEqual([]);
});

function took(check: (text: string) => unknown, text: string): number {
  const start = process.cpuUsage();
  check(text);
  return process.cpuUsage(start).user;
}

it.each([
  ["byte", runtime.isByte, "A".repeat(LENGTH * 100)],
  ["duration", runtime.isDuration, `P${"1".repeat(LENGTH * 100)}D`],
  ["json-pointer", runtime.isJsonPointer, "/a~0".repeat(LENGTH * 25)],
  ["email", runtime.isEmail, `"${"a".repeat(LENGTH * 100)}"@a`],
  ["email", runtime.isEmail, `${"a.".repeat(LENGTH * 50)}a@a`],
  ["uri", runtime.isUri, `data:,${"A%41".repeat(LENGTH * 25)}`],
  ["uri-reference", runtime.isUriReference, `/${"%41".repeat(LENGTH * 30)}`],
])("%s accepts a very long text without running out of stack", (_, check, text) => {
  expect(check(text)).toBe(true);
});
