import { expect, it } from "vitest";
import {
  defaultExplode,
  defaultStyle,
  effectiveStyle,
  isIgnoredHeader,
  LOCATIONS,
  type ParameterLocation,
  STYLES,
} from "./parameter.ts";

it("the default style is one of those of each place", () => {
  expect(LOCATIONS.map((location) => [location, defaultStyle(location)])).toEqual([
    ["path", "simple"],
    ["query", "form"],
    ["header", "simple"],
    ["cookie", "form"],
  ]);
  for (const location of LOCATIONS) expect(STYLES[location]).toContain(defaultStyle(location));
});

it.each<[location: ParameterLocation, style: string, byDefault: boolean, exploded: string]>([
  ["path", "simple", false, "simple"],
  ["path", "label", false, "label"],
  ["path", "matrix", false, "matrix"],
  ["header", "simple", false, "simple"],
  ["query", "form", true, "form"],
  ["query", "spaceDelimited", false, "form"],
  ["query", "pipeDelimited", false, "form"],
  ["query", "deepObject", true, "deepObject"],
  ["cookie", "form", true, "form"],
])("in %s, %s is exploded by default: %s, and then written as %s", (location, style, byDefault, exploded) => {
  expect(defaultExplode(style)).toBe(byDefault);
  expect(effectiveStyle(location, style, true)).toBe(exploded);
  expect(effectiveStyle(location, style, false)).toBe(style);
});

it.each([
  ["Accept", true],
  ["content-type", true],
  ["AUTHORIZATION", true],
  ["Accept-Language", false],
  ["X-Content-Type", false],
])("whether a header parameter %s is ignored: %s", (name, wanted) => {
  expect(isIgnoredHeader(name)).toBe(wanted);
});
