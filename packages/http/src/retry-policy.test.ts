import { describe, expect, it } from "vitest";
import { type RetryLimits, retryAfter, retryDelay } from "./retry-policy.ts";

const received = (status: number, headers: Record<string, string> = {}) => ({ status, headers: new Headers(headers) });

interface Situation extends RetryLimits {
  readonly attempt: number;
  readonly idempotent: boolean;
  readonly response: ReturnType<typeof received> | undefined;
  readonly random: number;
}
const situation: Situation = {
  attempts: 4,
  baseDelay: 100,
  maxDelay: 20_000,
  attempt: 1,
  idempotent: true,
  response: received(503),
  random: 1,
};

const asked = (after: string, status = 429) => ({ response: received(status, { "retry-after": after }) });
const unprocessed = { retryOn: [409, 429], response: received(409) };

function delayIn(change: Partial<Situation>): number | undefined {
  const { attempt, idempotent, response, random, ...limits } = { ...situation, ...change };
  return retryDelay(limits, attempt, idempotent, response, 0, random);
}

describe("retryDelay", () => {
  it.each<[string, Partial<Situation>, number | undefined]>([
    ["waits up to the base delay first", {}, 100],
    ["doubles", { attempt: 3 }, 400],
    ["stops doubling at maxDelay", { attempt: 30, attempts: 99 }, 20_000],
    ["may not wait at all", { random: 0 }, 0],
    ["repeats without a response", { response: undefined }, 100],
    ["repeats 408", { response: received(408) }, 100],
    ["repeats 429", { response: received(429) }, 100],
    ["repeats 429 of every method where it is asked to", { ...asked("0"), idempotent: false }, 0],
    ["does not repeat 429 of a POST without Retry-After", { response: received(429), idempotent: false }, undefined],
    ["does not count a Retry-After that is no delay", { ...asked("soon"), idempotent: false }, undefined],
    ["does not repeat 503 of a POST, even where it is asked to", { ...asked("0", 503), idempotent: false }, undefined],
    ["repeats what was not processed, of every method", { ...unprocessed, idempotent: false }, 100],
    ["repeats it as the server asks", { ...unprocessed, ...asked("3", 409), idempotent: false }, 3000],
    ["repeats nothing else for that", { ...unprocessed, response: received(423) }, undefined],
    ["repeats what is harmless beside it", { ...unprocessed, response: received(503) }, 100],
    ["does not repeat 5xx unless that is harmless", { idempotent: false }, undefined],
    ["does not repeat a failure unless that is harmless", { response: undefined, idempotent: false }, undefined],
    ["does not repeat other 4xx", { response: received(409) }, undefined],
    ["does not repeat a success", { response: received(200) }, undefined],
    ["stops at the last attempt", { attempt: 4 }, undefined],
    [
      "does what Retry-After says, without jitter",
      { response: received(503, { "retry-after": "30" }), random: 0.1 },
      30_000,
    ],
    ["is not held to maxDelay by the server", { response: received(429, { "retry-after": "60" }) }, 60_000],
    ["ignores a Retry-After that makes no sense", { response: received(429, { "retry-after": "soon" }) }, 100],
    ["makes one attempt where none is allowed", { attempts: 0 }, undefined],
  ])("%s", (_, change, expected) => {
    expect(delayIn(change)).toBe(expected);
  });

  it("never waits longer than the bound, nor less than nothing", () => {
    for (let attempt = 1; attempt < 50; attempt++) {
      for (const random of [0, 0.25, 0.999]) {
        const delay = delayIn({ attempts: 99, attempt, random });
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(Math.min(20_000, 100 * 2 ** (attempt - 1)));
      }
    }
  });
});

describe("retryAfter", () => {
  const now = Date.parse("1994-11-06T08:49:30Z");
  it.each([
    ["0", 0],
    ["120", 120_000],
    ["Sun, 06 Nov 1994 08:49:37 GMT", 7000],
    ["Sunday, 06-Nov-94 08:49:37 GMT", 7000],
    ["Sun Nov  6 08:49:37 1994", 7000],
    ["Sun Nov 16 08:49:37 1994", 864_007_000],
    ["Sun Nov  6 08:49:00 1994", 0],
    ["Sun Nov  6 08:49:37 1994 ", 7000],
    ["08:49:37 1994", undefined],
    ["120 ", 120_000],
    ["120\t", 120_000],
    ["1 20", undefined],
    ["Sun, 06 Nov 1994 08:49:00 GMT", 0],
    ["", undefined],
    ["-1", undefined],
    ["1.5", undefined],
    ["soon 5", undefined],
    ["Tomorrow, at 99:99:99", undefined],
  ])("reads %j as %j ms", (value, expected) => {
    // Headers would take blanks away, which those that a runtime has received may have.
    const headers = { get: () => value } as unknown as Headers;
    expect(retryAfter(headers, now)).toBe(expected);
  });
});
