import { expect, test } from "vitest";
import { csv } from "./csv.ts";
import { json } from "./json.ts";
import { printable, printableLines } from "./printable.ts";
import { table } from "./table.ts";

const ESCAPE = "\u001b[2J";

test("a table aligns names and shows null, lists and switches", () => {
  expect(table({ a: null, long_name: ["x", "y"], b: false, c: "" })).toBe(
    "a          -\nlong_name  x, y\nb          false\nc          \n",
  );
});

test.each([
  [ESCAPE, "\\u001b[2J"],
  ["one\ntwo\r\t", "one\\ntwo\\r\\t"],
  ["\u009b2J", "\\u009b2J"],
  ["a\u202eb", "a\\u202eb"],
  ["\ud800", "\\ud800"],
  ["é 漢 👩‍👧", "é 漢 👩‍👧"],
])("%j cannot drive a terminal in a table", (text, shown) => {
  expect(printable(text)).toBe(shown);
  expect(table({ comment: text })).toBe(`comment  ${shown}\n`);
});

test("lines stay lines in talk", () => {
  expect(printableLines(`a\nb${ESCAPE}`)).toBe("a\nb\\u001b[2J");
});

test("json is read back to the letter and holds no control characters", () => {
  const value = { comment: `${ESCAPE}\u009b\u2028\u202e "quoted"` };
  const text = json(value, 2);
  expect(JSON.parse(text)).toEqual(value);
  expect(text).not.toMatch(/[^\n\x20-\x7e]/);
  expect(json(value)).toMatch(/^.*\n$/);
});

test("csv quotes what needs it, and leaves null empty", () => {
  expect(
    csv(
      ["a", "b", "c"],
      [
        { a: 'say "hi"', b: "x,y", c: null },
        { a: "1\n2", b: ["p", "q"], c: false },
      ],
    ),
  ).toBe('a,b,c\r\n"say ""hi""","x,y",\r\n"1\n2","p,q",false\r\n');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])("csv keeps spreadsheets from running %j", (text) => {
  expect(csv(["a"], [{ a: text }])).toContain(`'${text}`);
});

test("csv leaves negative numbers alone", () => {
  expect(csv(["a"], [{ a: -1 }])).toBe("a\r\n-1\r\n");
});
