import { expect, it } from "vitest";
import { defaultExplode, defaultStyle, effectiveStyle, isIgnoredHeader, LOCATIONS, STYLES } from "./parameter.ts";

it("the default style is one of those of each place", () => {
  expect(LOCATIONS.map((location) => [location, defaultStyle(location)])).toEqual([
    ["path", "simple"],
    ["query", "form"],
    ["header", "simple"],
    ["cookie", "form"],
  ]);
  for (const location of LOCATIONS) expect(STYLES[location]).toContain(defaultStyle(location));
});

it.each<[style: string, byDefault: boolean, exploded: string]>([
  ["simple", false, "simple"],
  ["label", false, "label"],
  ["matrix", false, "matrix"],
  ["form", true, "form"],
  ["spaceDelimited", false, "form"],
  ["pipeDelimited", false, "form"],
  ["deepObject", true, "deepObject"],
])("%s: exploded by default %s, exploded as %s", (style, byDefault, exploded) => {
  expect(defaultExplode(style)).toBe(byDefault);
  expect(effectiveStyle(style, true)).toBe(exploded);
  expect(effectiveStyle(style, false)).toBe(style);
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
