import type { FormField } from "@earmark/http";
import { expect, test } from "vitest";
import type { Given, Option } from "./option.ts";
import { readField } from "./read-field.ts";

function read(field: FormField, given: Record<string, Given>): unknown {
  const option: Option = { kind: "value", name: "x", placeholder: "V", help: "" };
  return readField({ property: "X", field, option }, given);
}

const integer: FormField = { type: "integer" };
const nullable: FormField = { type: "integer", nullable: true };
const list: FormField = { type: "array", items: "string" };

test.each<[string, FormField, Given, unknown]>([
  ["nothing", { type: "string" }, undefined, undefined],
  ["empty text", { type: "string" }, "", ""],
  ["text that looks like a number", { type: "string" }, "5", "5"],
  ["a number", integer, "-3", -3],
  ["text that is no number", integer, "three", "three"],
  ["empty text for a number", integer, "", ""],
  ["a number in another notation", integer, "0x10", "0x10"],
  ["none where there is null", nullable, "none", null],
  ["none where there is no null", integer, "none", "none"],
  ["a list with repetitions", list, ["b", "a", "b"], ["b", "a"]],
  ["a list of numbers", { type: "array", items: "integer" }, ["1", "x"], [1, "x"]],
])("reads %s", (_, field, given, value) => {
  expect(read(field, { x: given })).toEqual(value);
});

test.each<[Record<string, Given>, boolean | undefined]>([
  [{ x: true }, true],
  [{ "no-x": true }, false],
  [{ x: false }, false],
  [{}, undefined],
])("reads a switch from %j", (given, value) => {
  expect(read({ type: "boolean" }, given)).toBe(value);
});

test("refuses both sides of a switch", () => {
  expect(() => read({ type: "boolean" }, { x: true, "no-x": true })).toThrow("--x and --no-x exclude each other");
});
