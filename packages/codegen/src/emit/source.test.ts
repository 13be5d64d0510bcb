import { describe, expect, it } from "vitest";
import {
  block,
  conjunction,
  docComment,
  ifElse,
  inline,
  layOut,
  literal,
  member,
  propertyKey,
  sourceFile,
} from "./source.ts";

const strings = [
  "",
  "a",
  '"',
  "\\",
  "\n",
  "\u2028\u2029",
  "</script>",
  "`$".concat("{1}`"),
  "\ud800",
  "é😀",
  "__proto__",
];

describe("a literal", () => {
  it.each([...strings, null, true, 0, -1.5, 1e300, [1, ["a"]], { a: { "b-c": [null] } }])(
    "is an expression of %j",
    (value) => {
      for (const code of [literal(value), inline(value), layOut(value), layOut(value, " ".repeat(120))]) {
        // The point is to run it.
        expect(new Function(`return ${code};`)()).toEqual(value);
        expect(code).not.toMatch(/<\/|\u2028|\u2029/);
      }
    },
  );

  it("keeps `__proto__` a property like any other", () => {
    const value: unknown = JSON.parse('{"__proto__": 1, "a": {"__proto__": {"x": 1}}, "b": ["{\\"__proto__\\":1"]}');
    for (const code of [literal(value), inline(value), layOut(value, " ".repeat(120))]) {
      expect(JSON.stringify(new Function(`return ${code};`)())).toBe(JSON.stringify(value));
    }
  });
});

it.each([
  ["a", "x.a", "a"],
  ["$_1", "x.$_1", "$_1"],
  ["class", "x.class", "class"],
  ["a-b", 'x["a-b"]', '"a-b"'],
  ["1", 'x["1"]', '"1"'],
  ["é", 'x["é"]', '"é"'],
  ["", 'x[""]', '""'],
])("the property %j is read as %s and written as %s", (name, read, key) => {
  expect([member("x", name), propertyKey(name)]).toEqual([read, key]);
});

describe("a documentation comment", () => {
  it.each<[string | undefined, string[]]>([
    [undefined, []],
    ["  \n ", []],
    ["One line.", ["/** One line. */"]],
    [" Two\n\nlines. ", ["/**", " * Two", " *", " * lines.", " */"]],
    ["a\u2028b\r\nc", ["/**", " * a", " * b", " * c", " */"]],
  ])("of %j is %j", (text, want) => {
    expect(docComment(text)).toEqual(want);
  });

  it.each(["*/ x()", "a *", "/", "*\u2028/", "**//", "a\n/ b", "*/*/"])("of %j ends where it should", (text) => {
    expect(docComment(text).join("\n").indexOf("*/")).toBe(docComment(text).join("\n").length - 2);
  });
});

describe("blocks", () => {
  it("without a body are nothing, and of one `if` in another are one `if`", () => {
    expect(block("if (a)", [])).toEqual([]);
    expect(block("if (a)", ["if (b) c();"])).toEqual(["if (a && b) c();"]);
    expect(block("if (a || b)", ["if (c) d();"])).toEqual(["if ((a || b) && c) d();"]);
    expect(block("if (a)", ["if (b) {", "  c();", "}"])).toEqual(["if (a && b) {", "  c();", "}"]);
    expect(block("if (a)", ["if (b) {", "  c();", "} else d();"])).toEqual([
      "if (a) {",
      "  if (b) {",
      "    c();",
      "  } else d();",
      "}",
    ]);
    expect(block('if (a === ")")', ['if (b === "(") c();'])).toEqual(['if (a === ")" && b === "(") c();']);
  });

  it.each<[string, string[], string[], string[]]>([
    ["a", [], ["b();"], ["if (!(a)) {", "  b();", "}"]],
    ["a !== undefined", [], ["b();"], ["if (a === undefined) {", "  b();", "}"]],
    ['v === "a !== b"', [], ["b();"], ['if (!(v === "a !== b")) {', "  b();", "}"]],
    ["a", ["b();"], [], ["if (a) {", "  b();", "}"]],
    ["a", ["b();"], ["if (c) d();"], ["if (a) {", "  b();", "} else if (c) d();"]],
    ["a", ["b();"], ["c();"], ["if (a) {", "  b();", "} else {", "  c();", "}"]],
    ["a", [], [], []],
  ])("if %s then %j else %j", (test, body, otherwise, want) => {
    expect(ifElse(test, body, otherwise)).toEqual(want);
  });

  it("conditions are joined with the parentheses that they need", () => {
    expect(conjunction("a || b", "c")).toBe("(a || b) && c");
    expect(conjunction("(a || b)", "!(c || d)")).toBe("(a || b) && !(c || d)");
    expect(conjunction("(a) || (b)", "c")).toBe("((a) || (b)) && c");
  });
});

describe("a generated file", () => {
  it("says on its first line what it was generated from, on one line whatever that is called", () => {
    expect(sourceFile("a.js", "x.yaml", ["f();"]).text).toBe(
      "// Generated from x.yaml by `codegen generate`. Do not edit: change the document instead.\nf();\n",
    );
    expect(sourceFile("a.js", "x\n\u2028\u2029\ralert(1)", []).text.split(/[\n\r\u2028\u2029]/)).toHaveLength(2);
  });

  it("is text that survives being written", () => {
    const { text } = sourceFile("a.js", "x.yaml", ["// \ud83d and 😀"]);
    expect(Buffer.from(text).toString()).toBe(text);
    expect(text).toContain("😀");
  });
});
