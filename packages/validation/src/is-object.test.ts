import { expect, it } from "vitest";
import { isObject } from "./runtime.ts";

it.each([[{}], [Object.create(null)], [new Date()]])("takes %j for an object", (value) => {
  expect(isObject(value)).toBe(true);
});

it.each([[null], [undefined], [[]], [[{}]], ["{}"], [1], [true], [() => {}], [Symbol("a")]])(
  "takes %s for none",
  (value) => {
    expect(isObject(value)).toBe(false);
  },
);
