import { describe, expect, it } from "vitest";
import { parse } from "./parse.ts";
import { SyntaxProblem } from "./syntax-problem.ts";

/** Where a string is refused for a comment; undefined where it is read. */
function commentAt(text: string): string | undefined {
  try {
    parse(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof SyntaxProblem) || !/^JSON has no comments/.test(error.message)) throw error;
    return `${error.line}:${error.column}`;
  }
}

describe("a comment in JSON is refused at its place", () => {
  it.each([
    ["in the first line", '{ // x\n  "openapi": "3.1.0"\n}', "1:3"],
    ["before everything", '// x\n{ "openapi": "3.1.0" }', "1:1"],
    ["over several lines", '/* x\n*/ { "a": 1 }', "1:1"],
    ["behind a value", '{\n  "a": "http://x", // y\n  "b": 1\n}', "2:20"],
    ["behind a number, between parts", '{\n  "a": [1 /* one */, 2]\n}', "2:11"],
    ["at the end", '{ "a": true }\n// done\n', "2:1"],
    ["directly behind a colon", '{ "a":/* x */ null }', "1:7"],
    ["in a list", "[\n// x\n]", "2:1"],
    ["with a comma that is one too many", '{ "a": 1, // x\n}', "1:11"],
  ])("%s", (_where, text, at) => {
    expect(commentAt(text)).toBe(at);
  });

  it.each([
    ["of a string", '{ "a": "// x", "b": "/* y */ */*", "c": "\\"// z" }'],
    ["of a URL in YAML's own way of writing objects", "{ a: https://x, b: [ //y ], url: //z }"],
    ["of YAML", "{ # x // y\n a: 1 }"],
    ["of a string in YAML", "a: // x\n"],
  ])("but what looks like one is not, as part %s", (_what, text) => {
    expect(commentAt(text)).toBeUndefined();
  });
});
