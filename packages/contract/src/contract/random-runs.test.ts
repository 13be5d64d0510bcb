import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds, randomRunsIn } from "./random-runs.ts";

describe("random runs", () => {
  test.for([
    [{}, { runs: 200 }],
    [{ CONTRACT_RUNS: "20000" }, { runs: 20_000 }],
    [{ CONTRACT_SEED: "-42" }, { runs: 200, seed: -42 }],
    [
      { CONTRACT_SEED: "42/7:1", CONTRACT_RUNS: "5" },
      { runs: 5, seed: 42, path: "7:1" },
    ],
  ] as const)("is what the environment %j asks for", ([environment, random]) => {
    expect(randomRunsIn(environment)).toEqual(random);
  });

  test.for([
    [{ CONTRACT_RUNS: "many" }, /CONTRACT_RUNS must be a positive number, received "many"/],
    [{ CONTRACT_SEED: "x" }, /CONTRACT_SEED must be what a failure printed.*received "x"/],
  ] as const)("is refused with %j", ([environment, message]) => {
    expect(() => randomRunsIn(environment)).toThrow(message);
  });
});

describe("a property that does not hold", () => {
  const property = fc.asyncProperty(fc.nat(), async (number) => {
    expect(number).toBeLessThan(5);
  });

  test("is reported with the simplest reason, and with what brings it back", async () => {
    const error: Error = await holds(property, { runs: 100 }).catch((reason) => reason);
    expect(error.message).toMatch(
      /^Fails for 5 after .*expected 5 to be less than 5.*\nTry it again with CONTRACT_SEED=/s,
    );
    const [, printed] = /CONTRACT_SEED=(\S+)/.exec(error.message) ?? [];
    await expect(holds(property, randomRunsIn({ CONTRACT_SEED: printed }))).rejects.toThrow(
      /Fails for 5 after 1 tries/,
    );
  });

  test("of commands is found again by its seed", async () => {
    const increment = {
      check: () => true,
      run: async (model: { count: number }) => void expect(++model.count).toBeLessThan(3),
      toString: () => "+1",
    };
    const commands = fc.asyncProperty(fc.commands([fc.constant(increment)]), (sequence) =>
      fc.asyncModelRun(() => ({ model: { count: 0 }, real: {} }), sequence),
    );
    const error: Error = await holds(commands, { runs: 100 }).catch((reason) => reason);
    expect(error.message).toMatch(/^Fails for \+1,\+1,\+1 .*CONTRACT_SEED=-?\d+ /s);
    const [, printed] = /CONTRACT_SEED=(\S+)/.exec(error.message) ?? [];
    await expect(holds(commands, randomRunsIn({ CONTRACT_SEED: printed }))).rejects.toThrow(/^Fails for \+1,\+1,\+1 /);
  });

  test("fails by its examples, whatever is drawn", async () => {
    const never = fc.asyncProperty(fc.constant(1), async (number) => {
      expect(number).toBe(1);
    });
    await expect(holds(never, { runs: 1 }, [[7]])).rejects.toThrow(/Fails for 7/);
  });
});
