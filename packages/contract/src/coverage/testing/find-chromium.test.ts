import { expect, test } from "vitest";
import { findChromium } from "./find-chromium.ts";

test("takes the browser that the environment names, and complains of one that is none", () => {
  expect(findChromium({ CHROME_PATH: process.execPath })).toBe(process.execPath);
  expect(findChromium({ CHROMIUM_PATH: process.execPath, CHROME_PATH: "/nowhere" })).toBe(process.execPath);
  expect(() => findChromium({ CHROMIUM_PATH: "/nowhere/chromium" })).toThrow(
    "CHROMIUM_PATH is /nowhere/chromium, which cannot be run.",
  );
});
