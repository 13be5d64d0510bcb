import { expect, it } from "vitest";
import { isMultipleOf } from "./multiple-of.ts";

it.each([
  [4, 2, true],
  [5, 2, false],
  [0, 5, true],
  [-0, 5, true],
  [-4, 2, true],
  [-5, 2, false],
  [4.35, 0.01, true],
  [4.355, 0.01, false],
  [1.1, 0.1, true],
  [0.3, 0.1, true],
  [0.0075, 0.0001, true],
  [0.00751, 0.0001, false],
  [19.99, 0.01, true],
  [1e-7, 1e-8, true],
  [1e-8, 1e-7, false],
  [1.5e-9, 5e-10, true],
  [1e308, 0.5, true],
  [1e308, 0.123456789, false],
  [1e308, 1e-308, true],
  [12391239123, 1e-8, true],
  [1e17, 3, false],
  [1e23, 10, true],
  [450359962737049.75, 0.1, false],
  [9007199254740991, 2, false],
  [5, 1e308, false],
  [Number.POSITIVE_INFINITY, 1, false],
  [Number.NaN, 1, false],
])("%d is a multiple of %d: %s", (value, divisor, want) => {
  expect(isMultipleOf(value, divisor)).toBe(want);
});
