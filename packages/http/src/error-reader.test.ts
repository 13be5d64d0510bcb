import { describe, expect, it } from "vitest";
import type { ErrorReader } from "./definition.ts";
import { errorOfResponse, usualError, usualRequestId } from "./error-reader.ts";
import { bindOperation } from "./testing/client-parts.ts";
import { getting } from "./testing/full-definition.ts";

const operation = bindOperation(getting({}));

describe("usualError", () => {
  it.each<[string, unknown, unknown[]]>([
    [
      "RFC 9457",
      { type: "https://example.com/probs/out-of-credit", title: "No credit.", detail: "It is 30.", status: 403 },
      [undefined, "No credit: It is 30", "https://example.com/probs/out-of-credit"],
    ],
    ["RFC 9457 with a code", { title: "Bad", code: "E1", errors: [{ code: "E2" }] }, ["E1", "Bad", undefined]],
    ["RFC 9457 without a title", { detail: "It is" }, [undefined, "It is", undefined]],
    ["a type that is no link", { type: "about:blank", title: "Gone" }, [undefined, "Gone", undefined]],
    ["the object error", { error: { code: "E1", message: "Bad" }, code: 7 }, ["E1", "Bad", undefined]],
    [
      "the object error before the list errors",
      { error: { message: "a" }, errors: [{ message: "b" }] },
      [undefined, "a"],
    ],
    ["the first of errors", { errors: [{ code: 5, message: "a" }, { message: "b" }] }, [5, "a"]],
    ["the first of errors before the body", { message: "b", errors: [{ message: "a" }] }, [undefined, "a"]],
    ["the first of errors, as in JSON:API", { errors: [{ code: "E", title: "a", detail: "b" }] }, ["E", "a: b"]],
    ["the body itself", { code: 5, message: "a" }, [5, "a"]],
    ["a code in the list, and a message in the body", { message: "a", errors: [{ code: "E" }] }, ["E", "a"]],
    ["a code of another type, and one", { message: "a", code: 5, errors: [{ code: {} }] }, [5, "a"]],
    ["a code that is null, and another one", { message: "a", code: null, error: { code: "E" } }, ["E", "a"]],
    ["an error that is a string", { error: "invalid_grant" }, []],
    ["a message that is no string", { error: { message: 5 }, message: "a" }, [undefined, "a"]],
    ["empty strings", { title: "", error: { message: "" }, message: "a" }, [undefined, "a"]],
    ["errors that is an object", { errors: { name: ["is missing"] }, message: "a" }, [undefined, "a"]],
    ["nothing that it knows", { fault: "a" }, []],
    ["a list", [{ message: "a" }], []],
    ["a string", "a", []],
    ["a number", 5, []],
    ["null", null, []],
    ["nothing", undefined, []],
    ["a prototype", JSON.parse('{"__proto__":{"message":"a","code":1,"type":"https://a.example"}}'), []],
    ["what objects inherit", { error: { constructor: { message: "a" } } }, []],
  ])("reads %s", (_, body, [code, message = undefined, link = undefined]) => {
    const [foundCode, foundMessage, foundLink] = usualError(body, 400, operation);
    expect([foundCode, foundMessage || undefined, foundLink]).toEqual([code, message, link]);
  });
});

describe("errorOfResponse", () => {
  const named =
    (name: string): ErrorReader =>
    () => [name];
  const read = errorOfResponse(named("other"));
  const errors = { "404": [], "4XX": [], default: [] };

  it.each([
    ["reads an error as its own response says", { "404": named("own") }, 404, "own"],
    ["reads the others as those of the API", { "404": named("own") }, 409, "other"],
    ["reads a range", { "4XX": named("own") }, 409, "own"],
    [
      "does not take a status for one of a range, that the document has by itself",
      { "4XX": named("own") },
      404,
      "other",
    ],
    ["reads the default", { default: named("own") }, 500, "own"],
  ])("%s", (_, readErrors, status, wanted) => {
    expect(read({}, status, { ...operation, errors, readErrors })).toEqual([wanted]);
    expect(read({}, status, operation)).toEqual(["other"]);
  });
});

it.each<[Record<string, string>, string | null]>([
  [{ "X-Request-Id": "a", "Request-Id": "b" }, "a"],
  [{ "Request-Id": "b" }, "b"],
  [{ "X-Other-Id": "c" }, null],
])("finds the id of a request in %j", (headers, wanted) => {
  expect(usualRequestId(new Headers(headers))).toBe(wanted);
});
