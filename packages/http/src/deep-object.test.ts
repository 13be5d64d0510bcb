import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EncodeError } from "./encode-error.ts";
import { decodeForm, styledFormCodec } from "./form.ts";
import type { FormField, Parameter } from "./operation.ts";
import { serializeStyledQuery } from "./query.ts";

const field = { type: "object", style: "deepObject" } as const;
const parameter: Parameter = { name: "a", in: "query", style: "deepObject", schema: "A" };
const query = (a: unknown, more: Partial<Parameter> = {}) => serializeStyledQuery({ a }, [{ ...parameter, ...more }]);
const form = (a: unknown, more: Partial<FormField> = {}) =>
  `${styledFormCodec.encode({ a }, { fields: { a: { ...field, ...more } } })}`;

describe("deepObject", () => {
  it.each<[unknown, string]>([
    [5, "a=5"],
    [false, "a=false"],
    ["", "a="],
    [null, "a="],
    [{ b: 1 }, "a[b]=1"],
    [{ b: { c: 1, d: { e: true } }, f: null }, "a[b][c]=1&a[b][d][e]=true&a[f]="],
    [["x", "y"], "a[]=x&a[]=y"],
    [[""], "a[]="],
    [{ b: ["x", "y"] }, "a[b][]=x&a[b][]=y"],
    [[{ b: 1, c: 2 }, { b: 3 }], "a[0][b]=1&a[0][c]=2&a[1][b]=3"],
    [[{ b: [1] }, "x"], "a[0][b][]=1&a[1]=x"],
    [[["x"], ["y", "z"]], "a[0][]=x&a[1][]=y&a[1][]=z"],
    [{ b: [{ c: { d: 1 } }] }, "a[b][0][c][d]=1"],
    [{ b: undefined, c: 1 }, "a[c]=1"],
    [{ "b c&=": "d&=" }, "a[b+c%26%3D]=d%26%3D"],
    [{ "5": 1, b: 2 }, "a[5]=1&a[b]=2"],
    [{ "2024": 1 }, "a[2024]=1"],
    [[], ""],
    [{}, ""],
  ])("writes %j as %s, in queries and in forms", (value, written) => {
    const brackets = (text: string) => text.replaceAll("%5B", "[").replaceAll("%5D", "]");
    expect(brackets(query(value)).replaceAll("%20", "+")).toBe(written);
    expect(brackets(form(value))).toBe(written);
    // It has no other form than this one.
    expect(query(value, { explode: false })).toBe(query(value));
  });

  it("keeps reserved characters of values, not of names, on demand", () => {
    expect(query({ "b/": "c/" }, { allowReserved: true })).toBe("a%5Bb%2F%5D=c/");
  });

  it.each<[string, unknown, string]>([
    ["an empty list within it", { b: [] }, "a/b"],
    ["an empty object within it", { b: { c: {} } }, "a/b/c"],
    ["an object that has nothing to send", { b: { c: undefined } }, "a/b"],
    ["an empty list in a list", [["x"], []], "a/1"],
    ["names with brackets", { "b[c]": 1 }, "a/b[c]"],
    ["a closing bracket", { b: { "c]": 1 } }, "a/b/c]"],
    ["a name without letters", { "": 1 }, "a/"],
    ["an object that would be read as a list", { "0": "x" }, "a"],
    ["an object that would be read as a long list", { "999": "x" }, "a"],
    ["an object within it that would be read as a list", { b: { "0": "x", "1": "y" } }, "a/b"],
    ["a date", { b: new Date(0) }, "a/b"],
    ["a map", new Map(), "a"],
    ["half a surrogate pair", { b: ["\ud800"] }, "a/b/0"],
    ["half a surrogate pair in a name", { "\ud800": 1 }, "a"],
  ])("refuses %s, and says where", (_what, value, place) => {
    for (const write of [query, form]) {
      let error: unknown;
      try {
        write(value);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(EncodeError);
      expect((error as EncodeError).issues.map(({ path }) => path.join("/"))).toEqual([place]);
    }
  });

  it("refuses an object that contains itself", () => {
    const circle: Record<string, unknown> = {};
    circle.a = circle;
    expect(() => query(circle)).toThrow(EncodeError);
  });

  const text = fc.string({ unit: "grapheme" });
  const name = fc.oneof(text, fc.constantFrom("b", "c", "__proto__", "constructor", "0", "1", "a[b]", ""));
  const value = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: "small" }, text, tie("list"), tie("object")),
    list: fc.array(tie("value"), { maxLength: 3 }),
    object: fc.dictionary(name, tie("value"), { maxKeys: 3 }),
  })).value;

  it.each([
    ["query", query],
    ["form", form],
  ])("in a %s is read back as what it was, or refused", (_place, write) => {
    let sent = 0;
    fc.assert(
      fc.property(value, (a) => {
        let written: string;
        try {
          written = write(a, { required: true });
        } catch (error) {
          expect(error).toBeInstanceOf(EncodeError);
          return;
        }
        sent++;
        const others = "x=1&a2=2&ab[c]=3&";
        const read = decodeForm(others + written, { a: field });
        expect(read).toEqual({ x: "1", a2: "2", "ab[c]": "3", a });
      }),
      { numRuns: 500 },
    );
    expect(sent).toBeGreaterThan(100);
  });
});

describe("decodeForm, of a deepObject,", () => {
  it.each<[string, Partial<FormField>, string, unknown]>([
    ["a number where the table says so", { type: "integer" }, "a=5", 5],
    ["items where the table says so", { type: "array", items: "integer" }, "a[]=5&a[]=x", [5, "x"]],
    ["places in any order", { type: "array", items: "object" }, "a[1][b]=y&a[0][b]=x", [{ b: "x" }, { b: "y" }]],
    ["places with a gap", {}, "a[1]=x", { "1": "x" }],
    ["null", { nullable: true }, "a=", null],
    ["nothing where it may not be null", {}, "a=", ""],
    ["a member that is repeated", {}, "a[b]=1&a[b]=2", { b: ["1", "2"] }],
    ["encoded brackets", {}, "a%5Bb%5D%5b%5D=1", { b: ["1"] }],
    ["a name that every object has", {}, "a[__proto__][b]=1", JSON.parse('{"__proto__":{"b":"1"}}')],
    ["what does not go together", {}, "a=1&a[b]=2", ["1", { b: "2" }]],
    ["items of lists in places", {}, "a[][b]=1", { "": { b: "1" } }],
  ])("reads %s", (_what, more, written, value) => {
    expect(decodeForm(written, { a: { ...field, ...more } })).toEqual({ a: value });
  });

  it.each(["a[b", "a]b[", "a[b]c", "a[[b]]", `a${"[b]".repeat(33)}`])("takes %s for a name", (name) => {
    expect(decodeForm(`${name}=1`, { a: field })).toEqual({ [name]: "1" });
  });
});
