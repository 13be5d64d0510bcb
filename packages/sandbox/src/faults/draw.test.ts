import { expect, it } from "vitest";
import { draw } from "./draw.ts";

const many = (seed: number, stream: string) => Array.from({ length: 10_000 }, (_, index) => draw(seed, stream, index));

it("draws the same for the same, and something else for anything else", () => {
  expect(many(1, "a")).toEqual(many(1, "a"));
  const streams = [many(1, "a"), many(2, "a"), many(1, "b"), many(-1, "a")].map((values) => values.slice(0, 5).join());
  expect(new Set(streams).size).toBe(4);
});

it("draws evenly, from 0 up to but without 1", () => {
  for (const values of [many(0, "faults/0/probability"), many(12345, "faults/1/jitter")]) {
    const tenths = Array<number>(10).fill(0);
    for (const value of values) tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
    // Four standard deviations of a fair draw.
    expect(tenths.every((count) => Math.abs(count - 1000) < 120)).toBe(true);
    expect(new Set(values).size).toBeGreaterThan(9_990);
  }
});
