import { expect, test } from "vitest";
import { csv } from "./csv.ts";
import { json } from "./format.ts";
import { counted, measureFor, printable, printableLines } from "./strings.ts";
import { createRowTable, table } from "./table.ts";

const ESCAPE = "\u001b[2J";

test("a table aligns names and shows null, lists and switches", async () => {
  expect(await table({ a: null, long_name: ["x", "y"], b: false, c: "" })).toBe(
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
])("%j cannot control a terminal in a table", async (text, shown) => {
  expect(printable(text)).toBe(shown);
  expect(await table({ comment: text })).toBe(`comment  ${shown}\n`);
});

test("lines stay lines, and only the end of one goes back to its beginning", () => {
  expect(printableLines(`a\nb${ESCAPE}\r\nc\rd\t\r`)).toBe("a\nb\\u001b[2J\r\nc\\rd\\t\\r");
});

test("json is read back exactly and contains no control characters", () => {
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

test.each([
  ...["=1+1", "@SUM(A1)", "+A1", "-A1", "-", "＝1+1", "＋A1", "－A1", "＠A1"],
  ...["\t=1", "\r=1", "\n=1", "\r\n\n =1", "  =1", "\u00a0=1", "\ufeff=1", "\u0000=1", "'=1", '"=1"', "\v\f@A1", "\tx"],
  ...[
    "+1+1",
    "-1-1",
    "-2+3+cmd|' /C calc'!A0",
    "+1+cmd|'/C calc'!A0",
    "+1,A1",
    "+1e5+A1",
    "+1-1",
    "+1 (A1) 5551234567",
  ],
  ...["+1-555-123-4567-890-12345", "-1-555-123-4567", "+15551234567=1", "+15551234567\n=1", "+", "+(1)5551234567"],
])("csv keeps spreadsheets from running %j, in a field and in the header", (text) => {
  const marked = `'${text.replaceAll('"', '""')}`;
  const written = /[",\r\n]/.test(text) ? `"${marked}"` : marked;
  expect(csv(["a"], [{ a: text }])).toBe(`a\r\n${written}\r\n`);
  expect(csv(["a"], [{ a: [text, "b"] }])).toBe(`a\r\n"${marked},b"\r\n`);
  expect(csv([text], [])).toBe(`${written}\r\n`);
});

test.each([
  ...[
    "+15551234567",
    "+1 555 123 4567",
    "+1 (555) 123-4567",
    "+44.20.7946.0958",
    " +15551234567 ",
    "+12345678901234567890",
  ],
  ...[
    "-5",
    "+5",
    "-1.5",
    "+.5",
    "-1,000.00",
    "-1e-9",
    "+1E+5",
    "1-2",
    "a=b",
    "5551234",
    "client:=1",
    "",
    " ",
    "日本",
    "–5",
  ],
])("csv leaves %j as it is", (text) => {
  const written = text.includes(",") ? `"${text}"` : text;
  expect(csv(["a"], [{ a: text }])).toBe(`a\r\n${written}\r\n`);
  expect(csv([text], [])).toBe(`${written}\r\n`);
});

test.each(["a\rb", "a\nb", "a\r\nb", "\r", '"', "a,b"])("csv quotes %j, so that it stays one field", (text) => {
  const written = `"${text.replaceAll('"', '""')}"`;
  expect(csv([`x${text}`], [{ [`x${text}`]: `x${text}` }])).toBe(`"x${written.slice(1)}\r\n"x${written.slice(1)}\r\n`);
});

test("csv leaves negative numbers alone", () => {
  expect(csv(["a"], [{ a: -1 }])).toBe("a\r\n-1\r\n");
});

/** Strings, and the columns that terminals give them. */
const widths: readonly [text: string, width: number][] = [
  ["plain", 5],
  ["山田太郎", 8],
  ["김민수", 6],
  ["ｶﾅ", 2],
  ["ＡＢ", 4],
  ["e\u0301", 1],
  ["a\u0300\u0301\u0302b", 2],
  ["👍", 2],
  ["👍🏽", 2],
  ["👩‍👩‍👧", 2],
  ["🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}", 2],
  ["🇯🇵🇺🇸", 4],
  ["1\ufe0f\u20e3", 2],
  ["❤\ufe0f", 2],
  ["❤", 1],
  ["a\u200bb\u2060c\ufeff", 3],
  ["\u1112\u1161\u11ab", 2],
  ["คำ", 2],
];

test.each(widths)("%j takes %i columns, in either table", async (text, width) => {
  expect((await measureFor([text]))(text)).toBe(width);
  const rows = await createRowTable(["a", "b"])([
    { a: text, b: "|" },
    { a: "x".repeat(20), b: "|" },
  ]);
  const [, first, second] = rows.split("\n");
  expect(first).toBe(`${text}${" ".repeat(22 - width)}|`);
  expect(second).toBe(`${"x".repeat(20)}  |`);
  const [named] = (await table({ [text]: 1, "wider than all of them": 2 })).split("\n");
  expect(named).toBe(`${text}${" ".repeat(24 - width)}1`);
});

test("a very long name does not move values to the right", async () => {
  const [long, short] = (await table({ ["x".repeat(1000)]: 1, a: 2 })).split("\n");
  expect(long).toBe(`${"x".repeat(1000)}  1`);
  expect(short).toBe(`a${" ".repeat(39)}  2`);
});

const [family, thumb] = ["👩‍👩‍👧", "👍"];
test.each([
  ["x".repeat(40), "x".repeat(40)],
  ["x".repeat(41), `${"x".repeat(39)}…`],
  [`${"x".repeat(38)}${thumb}`, `${"x".repeat(38)}${thumb}`],
  [`${"x".repeat(38)}${thumb}!`, `${"x".repeat(38)}…`],
  [`${"x".repeat(37)}${thumb}!!`, `${"x".repeat(37)}${thumb}…`],
  [`${"x".repeat(39)}${thumb}`, `${"x".repeat(39)}…`],
  [`${"x".repeat(37)}${family}${family}`, `${"x".repeat(37)}${family}…`],
  ["漢".repeat(20), "漢".repeat(20)],
  ["漢".repeat(21), `${"漢".repeat(19)}…`],
  ["e\u0301".repeat(40), "e\u0301".repeat(40)],
  ["e\u0301".repeat(41), `${"e\u0301".repeat(39)}…`],
  [`${"x".repeat(39)}e\u0301\u0302`, `${"x".repeat(39)}e\u0301\u0302`],
  [`e${"\u0301".repeat(1_000)}`, `e${"\u0301".repeat(1_000)}`],
  [`e${"\u0301".repeat(10_000)}`, "…"],
  [`ab${"\u0301".repeat(10_000)}c`, "a…"],
  ["👩🏽\u200d❤️\u200d💋\u200d👩🏻".repeat(20), "👩🏽\u200d❤️\u200d💋\u200d👩🏻".repeat(20)],
  ["\u200b".repeat(10_000), `${"\u200b".repeat(1_280)}…`],
  [`${"x".repeat(36)}\u001b[31m`, `${"x".repeat(36)}…`],
  [`${"x".repeat(33)}\u001b[31m`, `${"x".repeat(33)}\\u001b…`],
  [`${"x".repeat(34)}\u001b`, `${"x".repeat(34)}\\u001b`],
  [`${"x".repeat(36)}\\\u001b`, `${"x".repeat(36)}…`],
  [`${"x".repeat(38)}\n!`, `${"x".repeat(38)}…`],
  [`${"x".repeat(33)}\ud83d\ud83d!`, `${"x".repeat(33)}\\ud83d…`],
  [{ a: `${"x".repeat(29)}\u001b` }, `{"a":"${"x".repeat(29)}…`],
  [{ a: `${"x".repeat(32)}\\\\` }, `{"a":"${"x".repeat(32)}…`],
  [{ a: `${"x".repeat(31)}\\\\` }, `{"a":"${"x".repeat(31)}\\\\…`],
])("a table cuts %j between characters", async (value, shown) => {
  expect(await createRowTable(["a"])([{ a: value }])).toBe(`a\n${shown}\n`);
});

test("writes objects of CSV as JSON, in lists too, and nothing for what is not there", () => {
  expect(csv(["a"], [{ a: { b: 1 } }])).toBe('a\r\n"{""b"":1}"\r\n');
  expect(csv(["a"], [{ a: [{ b: 1 }, null, 2] }])).toBe('a\r\n"{""b"":1},null,2"\r\n');
  expect(csv(["a", "b", "c"], [{ a: undefined, b: null, c: false }])).toBe("a,b,c\r\n,,false\r\n");
});

test.each([
  [0, "0 files"],
  [1, "1 file"],
  [2, "2 files"],
])("%i of something", (count, things) => {
  expect(counted(count, "file")).toBe(things);
});
