import { describe, expect, it } from "vitest";
import { printable, visible } from "./printable.ts";

describe("a string of a document on its line", () => {
  it.each([
    ["a line feed", "a\nb", "a\\nb"],
    ["a carriage return", "a\r\nb", "a\\r\\nb"],
    ["a tab", "a\tb", "a\\tb"],
    ["a command for a terminal", "\u001b]0;title\u0007", "\\u001b]0;title\\u0007"],
    ["C1, which some terminals obey, too", "\u009b2J\u0085", "\\u009b2J\\u0085"],
    ["separators of lines and paragraphs", "a\u2028b\u2029", "a\\u2028b\\u2029"],
    ["turned text", "\u202egpj.exe\u2066\u061c", "\\u202egpj.exe\\u2066\\u061c"],
    ["what takes no room", "a\u200bb\ufeffc\u00add\u2060e\u3164", "a\\u200bb\\ufeffc\\u00add\\u2060e\\u3164"],
    ["letters of tags", "a\u{e0062}", "a\\udb40\\udc62"],
    ["a joiner in ASCII", "hu\u200dman\u200c", "hu\\u200dman\\u200c"],
    [
      "no joiner where a script or an emoji needs it",
      "نمی\u200cخواهم 👩\u200d💻 ❤\ufe0f",
      "نمی\u200cخواهم 👩\u200d💻 ❤\ufe0f",
    ],
    ["half a surrogate pair", "\ud83d!", "\\ud83d!"],
    ["what needs no escape", "größer — 😀 \\n {x}", "größer — 😀 \\n {x}"],
  ])("escapes %s", (_name, text, expected) => {
    expect(visible(text)).toBe(expected);
  });
});

describe("what a command prints", () => {
  it("keeps its lines and tabs, and nothing else that is invisible", () => {
    expect(printable("a\n\tb\r\nc\r\u001b[2J")).toBe("a\n\tb\nc\\u000d\\u001b[2J");
  });

  it.each([
    ["::error::x", "\\u003a:error::x"],
    ["a\n  ::add-mask::x", "a\n  \\u003a:add-mask::x"],
    ["\u3000::warning file=a::x", "\u3000\\u003a:warning file=a::x"],
    ["so ##[error]x", "so \\u0023#[error]x"],
    ["###[group]", "#\\u0023#[group]"],
    ["##vso[task.setvariable variable=a]b", "\\u0023#vso[task.setvariable variable=a]b"],
    ["##teamcity[buildStop]", "\\u0023#teamcity[buildStop]"],
  ])("gives no command to a CI system: %j", (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  it.each(["std::string", "a ::b", "## Heading", "#[derive]", "C# [x]", "[::1]:8080"])("leaves %j as it is", (text) => {
    expect(printable(text)).toBe(text);
  });

  it("means the same in JSON", () => {
    const value = { "##[x]": "\u009b\u202e\u{e0062} ##vso[y]\n::error::z" };
    expect(JSON.parse(printable(JSON.stringify(value, null, 2)))).toEqual(value);
  });
});
