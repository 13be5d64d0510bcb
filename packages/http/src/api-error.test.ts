import { describe, expect, it } from "vitest";
import { ApiError, toApiError } from "./api-error.ts";
import type { ErrorReader } from "./definition.ts";
import { HttpError } from "./http-error.ts";
import { bindOperation } from "./testing/client-parts.ts";
import { getting } from "./testing/full-definition.ts";

/** Of an API whose errors have a code and a message. */
const reader: ErrorReader = (body) => [Object(body).code, Object(body).message, Object(body).link];

const make = (status: number, text: string, headers: Record<string, string> = {}, read = reader) => {
  const response = {
    ok: false,
    status,
    url: "https://api.example.com/v1/x?to=+15550100#f",
    headers: new Headers(headers),
    content: text,
  };
  const redact = (value: string) => value.replaceAll("secret", "[redacted]");
  const facts = { method: "GET", url: response.url, status, requestId: undefined };
  return toApiError(facts, response, read, bindOperation(getting({})), redact, 0);
};

describe("toApiError", () => {
  it.each([
    [400, "BadRequestError"],
    [401, "AuthenticationError"],
    [403, "PermissionError"],
    [404, "NotFoundError"],
    [409, "ConflictError"],
    [410, "ApiError"],
    [412, "PreconditionFailedError"],
    [422, "UnprocessableContentError"],
    [429, "RateLimitError"],
    [500, "ServerError"],
    [599, "ServerError"],
  ])("makes a %i a %s", (status, name) => {
    const error = make(status, "");
    expect(error).toMatchObject({ name, status, code: undefined });
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toBeInstanceOf(HttpError);
  });

  it("has what the body says, and the body", () => {
    const body = { code: 20404, message: "Not found", link: "https://example.com/20404", details: { a: 1 } };
    expect(make(404, JSON.stringify(body))).toMatchObject({
      code: 20404,
      moreInfo: "https://example.com/20404",
      body,
      message: "Status 404, code 20404: Not found. GET https://api.example.com/v1/x",
    });
  });

  it.each<[string, object, object]>([
    ["a code that is a string", { code: "not_found" }, { code: "not_found", message: /^Status 404, code not_found: / }],
    ["the code 0, which says nothing", { code: 0 }, { code: 0, message: /^Status 404: / }],
    ["a code that is no integer", { code: 1.5 }, { code: undefined }],
    ["a code of another type", { code: { a: 1 } }, { code: undefined }],
    ["a list of codes", { code: ["a"] }, { code: undefined }],
    ["a long code", { code: "c".repeat(1e6) }, { code: "c".repeat(100) }],
    ["a message with a period", { message: "No such thing." }, { message: /^Status 404: No such thing\. GET/ }],
    ["a message of several lines", { message: "No.\nNever." }, { message: /^Status 404: No\.\nNever\. GET/ }],
    ["a message that ends in a line break", { message: "No.\n" }, { message: /^Status 404: No\. GET/ }],
    [
      "a message and a code of blanks",
      { message: " \n", code: " " },
      { code: "", message: /^Status 404: no body\. GET/ },
    ],
    ["a message of another type", { message: ["a"] }, { message: /^Status 404: no body\. GET/ }],
    ["an empty message", { message: "" }, { message: /^Status 404: no body\. GET/ }],
    ["a long message", { message: "m".repeat(1e6) }, { message: /^Status 404: m{1000}\. GET/ }],
    ["a link of another type", { link: 1 }, { moreInfo: undefined }],
    ["a long link", { link: "l".repeat(1e6) }, { moreInfo: "l".repeat(1000) }],
  ])("makes the best of %s", (_, body, { message, ...wanted }: { message?: RegExp }) => {
    const error = make(404, JSON.stringify(body));
    expect(error).toMatchObject(wanted);
    expect(error.message).toMatch(message ?? /^Status 404/);
    expect(error.body).toEqual(body);
  });

  it.each<[string, string, Record<string, string>, RegExp, unknown]>([
    ["HTML", "<html>", { "content-type": "text/html" }, /502: text\/html\./, "<html>"],
    ["nothing", "", {}, /502: no body\./, ""],
    ["text", "down, secret", { "content-type": "text/plain" }, /502: text\/plain\./, "down, [redacted]"],
    ["a JSON string", '"secret"', {}, /502: no body\./, "[redacted]"],
    ["null", "null", {}, /502: no body\./, null],
    ["an array", "[1]", {}, /502: no body\./, [1]],
    ["fields of other types", '{"code":[],"message":5}', {}, /502: no body\./, { code: [], message: 5 }],
  ])("makes the best of %s", (_, text, headers, message, body) => {
    const error = make(502, text, headers);
    expect(error.message).toMatch(message);
    expect(error.body).toEqual(body);
    expect(error.code).toBeUndefined();
  });

  it("keeps query and fragment out of the URL, wherever it shows", () => {
    const error = make(400, "");
    expect(error.url).toBe("https://api.example.com/v1/x");
    expect(error.message).toBe("Status 400: no body. GET https://api.example.com/v1/x");
  });

  it("says of a redirect that it is not followed, and nothing of where it leads", () => {
    const error = make(302, "", { location: "https://elsewhere.example/secret", "content-type": "text/html" });
    expect(error.message).toBe("Status 302: redirects are not followed. GET https://api.example.com/v1/x");
  });

  it("knows how long the server asks to wait", () => {
    expect(make(503, "", { "retry-after": "3" }).retryAfter).toBe(3000);
    expect(make(503, "").retryAfter).toBeUndefined();
  });

  it.each([
    ['{"message":"\\u0073ecret"}', { message: "[redacted]" }],
    ['{"\\u0073ecret":["a","\\u0073ecret"]}', { "[redacted]": ["a", "[redacted]"] }],
    ['{"__proto__":"secret"}', JSON.parse('{"__proto__":"[redacted]"}')],
    ['["secret",0,null,true,{}]', ["[redacted]", 0, null, true, {}]],
    ["secret\\", "[redacted]\\"],
  ])("repeats no secret, in names and values, however it is escaped: %s", (text, body) => {
    expect(make(400, text).body).toEqual(body);
  });
});
