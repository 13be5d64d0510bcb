import type { Check, Issue } from "@earmark/validation";
import { report } from "@earmark/validation/runtime";
import { describe, expect, it } from "vitest";
import { decodeHeaders, type ResponseHeader } from "./response-headers.ts";

function decoded(headers: HeadersInit, described: Readonly<Record<string, ResponseHeader>>) {
  const issues: Issue[] = [];
  const value = decodeHeaders(new Headers(headers), described, String, (found) => issues.push(...found));
  return { value, issues };
}

describe("a documented header", () => {
  it.each<[string, string, ResponseHeader, unknown]>([
    ["a string", "12", {}, "12"],
    ["an integer", "-12", { type: "integer" }, -12],
    ["a number", "1.5e3", { type: "number" }, 1500],
    ["a boolean", "true", { type: "boolean" }, true],
    ["a list", "a, b,,c", { type: "array" }, ["a", "b", "c"]],
    ["an empty list", "", { type: "array" }, []],
    ["a list of integers", "1,2", { type: "array", items: "integer" }, [1, 2]],
    ["an object", "a,1,b,x", { type: "object", properties: { a: "integer" } }, { a: 1, b: "x" }],
    [
      "an exploded object",
      "a=1,b=x=y",
      { type: "object", explode: true, properties: { a: "integer" } },
      { a: 1, b: "x=y" },
    ],
    ["JSON", '{"a":[1]}', { json: true }, { a: [1] }],
  ])("is decoded as %s", (_, text, header, value) => {
    expect(decoded({ "x-a": text }, { "X-A": header })).toEqual({ value: { "X-A": value }, issues: [] });
  });

  it.each<[string, string, ResponseHeader, string]>([
    ["an integer", "1.5", { type: "integer" }, "integer"],
    ["a number", "Infinity", { type: "number" }, "number"],
    ["a boolean", "1", { type: "boolean" }, "boolean"],
    ["JSON", "{", { json: true }, "JSON"],
  ])("that is not %s stays a string, and is an issue", (_, text, header, expected) => {
    const { value, issues } = decoded({ "x-a": text }, { "X-A": header });
    expect(value).toEqual({ "X-A": text });
    expect(issues).toMatchObject([{ path: ["headers", "X-A"], code: "type", expected, value: text }]);
  });

  it("that is absent has no key, and is an issue if it is required", () => {
    expect(decoded({}, { A: {}, B: { required: true } })).toMatchObject({
      value: {},
      issues: [{ path: ["headers", "B"], code: "required" }],
    });
    expect(Object.keys(decoded({}, { A: {} }).value)).toEqual([]);
  });

  it("is held to the check of its schema", () => {
    const check: Check = (value, issues, path) => value === 1 || !report(issues, path, "const", 1, value);
    expect(decoded({ a: "2" }, { a: { type: "integer", check } }).issues).toMatchObject([
      { path: ["headers", "a"], code: "const" },
    ]);
  });

  it("is found under the name that it has, whatever its key", () => {
    expect(decoded({ raw: "x" }, { raw_: { name: "raw" } }).value).toEqual({ raw_: "x" });
  });
});

it("is decoded as it came, while issues repeat no credentials", () => {
  const issues: Issue[] = [];
  const redact = (value: string) => value.replaceAll("secret", "[redacted]");
  const headers = new Headers({ "x-a": "a secret" });
  const described: Readonly<Record<string, ResponseHeader>> = { "X-A": { type: "integer" } };
  expect(decodeHeaders(headers, described, redact, (found) => issues.push(...found))).toEqual({ "X-A": "a secret" });
  expect(issues).toMatchObject([{ path: ["headers", "X-A"], value: "a [redacted]" }]);
  // Where responses are not checked, nothing listens.
  expect(decodeHeaders(headers, described, redact)).toEqual({ "X-A": "a secret" });
});
