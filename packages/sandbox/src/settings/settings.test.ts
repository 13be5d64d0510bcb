import { describe, expect, it } from "vitest";
import { parseFaults, parseFixture } from "../index.ts";
import { SettingsError } from "./settings-error.ts";

function problemsOf(parse: () => unknown): readonly string[] {
  try {
    parse();
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe("a file of settings", () => {
  it.each([
    ["", "world.json:1:1: the file is not JSON: expected a value, found the end"],
    ['{\n  "calls": [,]\n}', "world.json:2:13: the file is not JSON: expected a value, found ,"],
    ["[]", "world.json:1:1: the file must be an object, received an array"],
    ["5", "world.json:1:1: the file must be an object, received 5"],
    ['{\n "call": []}', "world.json:2:10: call is not known, known are accounts, calls"],
    ['{"calls": {}}', "world.json:1:11: calls must be an array, received an object"],
    ['{"calls": [\n {}]}', "world.json:2:2: calls[0] must have call_sid"],
  ])("is refused with its name and the place: %j", (text, problem) => {
    expect(problemsOf(() => parseFixture(text, "world.json"))[0]).toBe(problem);
  });

  it("is refused for everything that is wrong, up to ten things", () => {
    const text = '[{"status": 9}, {"method": "?", "times": 0}]';
    expect(problemsOf(() => parseFaults(text, "f.json"))).toEqual([
      "f.json:1:13: [0].status must be an integer from 400 to 599, received 9",
      'f.json:1:28: [1].method must be a method in capitals, received "?"',
      "f.json:1:42: [1].times must be an integer from 1 to 1000000000, received 0",
    ]);
    expect(problemsOf(() => parseFaults(JSON.stringify(Array(20).fill({}))))).toHaveLength(10);
  });

  it("is what it says when nothing is wrong", () => {
    expect(parseFaults('[{"method": "POST", "requests": "3-5", "status": 503}]')).toEqual([
      { method: "POST", requests: "3-5", status: 503 },
    ]);
  });
});
