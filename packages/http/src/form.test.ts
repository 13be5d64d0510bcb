import { describe, expect, it } from "vitest";
import { EncodeError } from "./encode-error.ts";
import { DecodeError, decodeForm, encodeForm, formCodec } from "./form.ts";
import type { FormField } from "./operation.ts";

const fields = {
  AnsweredBy: { type: "string" },
  QualityIssues: { type: "array", items: "string", explode: false },
  Tags: { type: "array", items: "integer" },
  Spam: { type: "boolean" },
  CallScore: { type: "integer", nullable: true },
  Ratio: { type: "number" },
  Comment: { type: "string" },
} satisfies Record<string, FormField>;

describe("encodeForm", () => {
  it("writes the document's example to the byte", () => {
    const value = {
      AnsweredBy: "human",
      ConnectivityIssue: "invalid_number",
      QualityIssues: ["low_volume", "choppy_robotic"],
      Spam: true,
      CallScore: 2,
      Comment: "this is a call",
      Incident: "https://support.example.com/support/tickets/17353089",
    };
    expect(formCodec.encode(value, { fields })).toBe(
      "AnsweredBy=human&ConnectivityIssue=invalid_number&QualityIssues=low_volume%2Cchoppy_robotic&Spam=true" +
        "&CallScore=2&Comment=this+is+a+call&Incident=https%3A%2F%2Fsupport.example.com%2Fsupport%2Ftickets%2F17353089",
    );
  });

  it.each<[string, object, string]>([
    ["leaves undefined out", { Comment: undefined }, ""],
    ["writes null as an empty value", { CallScore: null }, "CallScore="],
    ["writes null in an array as an empty value", { Tags: [1, null] }, "Tags=1&Tags="],
    ["writes false", { Spam: false }, "Spam=false"],
    ["writes 0 and empty text", { CallScore: 0, Comment: "" }, "CallScore=0&Comment="],
    ["repeats the key of an exploded array", { Tags: [1, 2] }, "Tags=1&Tags=2"],
    ["repeats the key of an array that the table does not know", { Other: ["a", "b"] }, "Other=a&Other=b"],
    ["allows commas in exploded items", { Other: ["a,b"] }, "Other=a%2Cb"],
    ["writes an empty joined array as an empty value", { QualityIssues: [] }, "QualityIssues="],
    [
      "encodes what separates pairs, and more than ASCII",
      { Comment: "a&b=c+d%é😀~*" },
      "Comment=a%26b%3Dc%2Bd%25%C3%A9%F0%9F%98%80%7E*",
    ],
  ])("%s", (_, value, expected) => {
    expect(encodeForm(value, fields)).toBe(expected);
  });

  it.each<[string, object, (string | number)[]]>([
    ["an item with a comma where commas separate", { QualityIssues: ["echo", "a,b"] }, ["QualityIssues"]],
    ["a lone surrogate", { Comment: "\ud83d" }, ["Comment"]],
    ["a lone surrogate in an item", { Tags: ["\udc00"] }, ["Tags"]],
    ["an object", { Comment: {} }, ["Comment"]],
    ["an object in an array", { Tags: [{}] }, ["Tags"]],
  ])("refuses %s, naming the field", (_, value, path) => {
    let error: unknown;
    try {
      encodeForm(value, fields);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(EncodeError);
    expect(error).toMatchObject({ issues: [{ path, code: "type" }] });
    expect((error as Error).message).toMatch(new RegExp(`^${path.join("/")} must be string`));
  });
});

describe("decodeForm", () => {
  it.each<[string, string, object]>([
    ["nothing", "", {}],
    ["empty pairs", "&&Spam=true&", { Spam: true }],
    ["an encoded comma", "QualityIssues=a%2Cb", { QualityIssues: ["a", "b"] }],
    ["a raw comma", "QualityIssues=a,b", { QualityIssues: ["a", "b"] }],
    ["a repeated key", "QualityIssues=a&QualityIssues=b,c", { QualityIssues: ["a", "b", "c"] }],
    ["an empty list", "QualityIssues=", { QualityIssues: [] }],
    ["exploded items", "Tags=1&Tags=x", { Tags: [1, "x"] }],
    ["a boolean of another language", "Spam=True", { Spam: true }],
    ["a boolean that is none", "Spam=yes", { Spam: "yes" }],
    ["an empty value that means null", "CallScore=", { CallScore: null }],
    ["an empty value that does not", "Comment=&Spam=", { Comment: "", Spam: "" }],
    ["a key without an equals sign", "Comment", { Comment: "" }],
    ["an equals sign in a value", "Comment=a=b", { Comment: "a=b" }],
    ["spaces both ways", "Comment=a+b%20c%2B", { Comment: "a b c+" }],
    ["a repeated scalar", "CallScore=1&CallScore=2", { CallScore: [1, 2] }],
    ["an unknown key", "Other=1", { Other: "1" }],
    ["numbers", "CallScore=-5&Ratio=1.5", { CallScore: -5, Ratio: 1.5 }],
  ])("reads %s", (_, text, expected) => {
    expect(decodeForm(text, fields)).toEqual(expected);
  });

  it.each(["01", "1.0", "1e3", "0x10", "+1", " 1", "1 ", "-0", "NaN", "Infinity", "9007199254740993", "1.5", "a"])(
    "keeps %j as text where an integer is expected",
    (text) => {
      expect(decodeForm(new URLSearchParams({ CallScore: text }).toString(), fields)).toEqual({ CallScore: text });
    },
  );

  it.each([
    ["Spam=true&Comment=%", 10],
    ["Comment=%zz", 0],
    ["%ff=1", 0],
    ["Comment=%c3%28", 0],
  ])("throws a DecodeError for %j", (text, position) => {
    expect(() => decodeForm(text, fields)).toThrow(DecodeError);
    try {
      decodeForm(text, fields);
    } catch (error) {
      expect(error).toMatchObject({ name: "DecodeError", code: "decode", position });
    }
  });

  it("takes time in proportion to the body, however often a key is repeated", () => {
    const count = 32 * 1024;
    const start = process.cpuUsage();
    const value = decodeForm("a&".repeat(count), {});
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
    expect(value.a).toHaveLength(count);
  });

  it("treats names of Object's own as any other", () => {
    const value = decodeForm("__proto__=x&constructor=y&toString=z", fields);
    expect(Object.keys(value)).toEqual(["__proto__", "constructor", "toString"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(encodeForm(value, fields)).toBe("__proto__=x&constructor=y&toString=z");
  });

  it("reads back what encodeForm writes, for every character of the basic plane and beyond", () => {
    for (let code = 0; code < 0x11000; code += 7) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const value = { Comment: `a${String.fromCodePoint(code)}b`, Tags: [code], QualityIssues: ["x", "y"] };
      expect(decodeForm(encodeForm(value, fields), fields)).toEqual(value);
    }
  });
});
