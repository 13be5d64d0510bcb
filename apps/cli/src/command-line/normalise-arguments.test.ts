import { expect, test } from "vitest";
import { normaliseArguments } from "./normalise-arguments.ts";

test.each<[string[], string[]]>([
  [[], []],
  [
    ["get", "CA1"],
    ["get", "CA1"],
  ],
  [
    ["--output", "json", "get", "CA1"],
    ["get", "--output", "json", "CA1"],
  ],
  [
    ["--quiet", "--output=json", "get"],
    ["get", "--quiet", "--output=json"],
  ],
  [["--help"], ["--help"]],
  [["--quiet"], []],
  [
    ["--outptu", "get"],
    ["--outptu", "get"],
  ],
  [
    ["update", "--comment="],
    ["update", "--comment", ""],
  ],
  [
    ["update", "--comment=a\nb"],
    ["update", "--comment", "a\nb"],
  ],
  [
    ["update", "--comment=--x=1"],
    ["update", "--comment=--x=1"],
  ],
])("%j becomes %j", (args, normalised) => {
  expect(normaliseArguments(args)).toEqual(normalised);
});
