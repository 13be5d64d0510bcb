import { expect, it } from "vitest";
import { componentName, componentRef } from "./schema.ts";

it.each([
  ["Pet", "#/components/schemas/Pet"],
  ["a.b-c_1", "#/components/schemas/a.b-c_1"],
  ["Page<Item>", "#/components/schemas/Page%3CItem%3E"],
  ["a/b~c", "#/components/schemas/a~1b~0c"],
  ["a~1b", "#/components/schemas/a~01b"],
  ["50%", "#/components/schemas/50%25"],
  ["", "#/components/schemas/"],
])("the component %j is referred to by %s", (name, ref) => {
  expect(componentRef(name)).toBe(ref);
  expect(componentName(ref)).toBe(name);
});

it.each([
  ["#/components/schemas/Page<Item>", "Page<Item>"],
  ["#/components/schemas/50%", "50%"],
  ["#/components/schemas/Pet/properties/id", undefined],
  ["#/components/parameters/Pet", undefined],
  ["other.yaml#/components/schemas/Pet", undefined],
])("%s refers to the component %j", (ref, name) => {
  expect(componentName(ref)).toBe(name);
});
