import { expect, it } from "vitest";
import { isMethod, METHODS, methodRules } from "./method.ts";

it("the methods are those of a Path Item Object, in its order", () => {
  expect(METHODS).toEqual(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
});

it.each([
  ["get", true],
  ["trace", true],
  ["GET", false],
  ["parameters", false],
  ["toString", false],
])("whether %s is the field of an operation: %s", (field, wanted) => {
  expect(isMethod(field)).toBe(wanted);
});

it("all but POST and PATCH are idempotent (RFC 9110 section 9.2.2)", () => {
  expect(METHODS.filter((method) => !methodRules(method).idempotent)).toEqual(["post", "patch"]);
});

it.each(METHODS.filter((method) => method !== "trace"))("fetch sends a %s, and a body as the table says", (method) => {
  const request = (init: RequestInit = {}) =>
    new Request("http://localhost", { method: method.toUpperCase(), ...init });
  expect(() => request()).not.toThrow();
  if (methodRules(method).fetch === "everything") expect(() => request({ body: "a" })).not.toThrow();
  else expect(() => request({ body: "a" })).toThrow(TypeError);
});

it("fetch refuses TRACE, as the table says", () => {
  expect(methodRules("trace").fetch).toBe("nothing");
  expect(() => new Request("http://localhost", { method: "trace" })).toThrow(TypeError);
});
