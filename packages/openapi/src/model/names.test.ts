import { describe, expect, it } from "vitest";
import { camelCase, isReserved, localNames, lowerFirst, pascalCase, uniqueName } from "./names.ts";

it.each([
  ["FetchAnnotation", "FetchAnnotation"],
  ["fetchAnnotation", "FetchAnnotation"],
  ["insights.v1.call_annotation", "InsightsV1CallAnnotation"],
  ["a.b", "AB"],
  ["aB", "AB"],
  ["answered_by", "AnsweredBy"],
  ["__proto__", "Proto__"],
  ["get-/users/{id}", "GetUsersId"],
  ["404", "_404"],
  ["$ref", "$ref"],
  ["größe.é", "GrößeÉ"],
  ["", "_"],
  ["😀", "_"],
  ["\ud800x", "X"],
])("%j in pascal case is %j, an identifier", (name, want) => {
  expect(pascalCase(name)).toBe(want);
  expect(want).toMatch(/^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u);
});

it("a method is called after its operation, first letter lowered", () => {
  expect([lowerFirst("FetchAnnotation"), lowerFirst("URL"), lowerFirst(""), camelCase("call.sid")]).toEqual([
    "fetchAnnotation",
    "uRL",
    "",
    "callSid",
  ]);
});

it("a name that is taken gets the first free number", () => {
  const taken = new Set(["A", "A2"]);
  expect([uniqueName("A", taken), uniqueName("A", taken), uniqueName("B", taken)]).toEqual(["A3", "A4", "B"]);
});

describe("the local name of an export", () => {
  it.each([
    [["Call", "Error", "default", "Record"], [], ["Call", "Error_", "default_", "Record_"]],
    [["Error", "Error_"], [], ["Error_2", "Error_"]],
    [
      ["checkFoo", "Foo"],
      ["checkFoo", "makeValidator"],
      ["checkFoo_", "Foo"],
    ],
    [["constructor", "toString", "__proto__"], [], ["constructor", "toString", "__proto__"]],
  ])("for %j beside %j is %j", (exported, taken, want) => {
    expect([...localNames(exported, taken).values()]).toEqual(want);
  });

  it("is never a word of the language", () => {
    expect(["class", "await", "arguments", "eval", "null", "any"].every(isReserved)).toBe(true);
  });
});
