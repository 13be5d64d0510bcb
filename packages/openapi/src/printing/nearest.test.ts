import { expect, it } from "vitest";
import { didYouMean, distance, nearest } from "./nearest.ts";

it.each([
  ["overlay", "overlays"],
  ["Overlays", "overlays"],
  ["overlyas", "overlays"],
  ["rule", "rules"],
  ["warn", "warning"],
  ["scope", undefined],
  ["", undefined],
])("%j most likely stands for %j", (name, expected) => {
  expect(nearest(name, ["overlays", "rules", "warning"])).toBe(expected);
});

it("prefers the candidate with the fewest other letters", () => {
  expect(nearest("servers", ["server", "servers-2", "serves"])).toBe("server");
});

it("a suggestion is the end of a message", () => {
  expect(didYouMean("rule", ["rules"])).toBe("; did you mean rules?");
  expect(didYouMean("scope", ["rules"])).toBe("");
});

it.each([
  ["", "", 0],
  ["abc", "", 3],
  ["kitten", "sitting", 3],
  ["ab", "ba", 2],
])("%j is %j with %i letters added, left out or exchanged", (one, other, letters) => {
  expect(distance(one, other)).toBe(letters);
});
