import { describe, expect, it } from "vitest";
import { ApiError, toApiError } from "./api-error.ts";
import { HttpError } from "./http-error.ts";
import { factsOf } from "./response.ts";

const make = (status: number, text: string, headers: Record<string, string> = {}) => {
  const response = {
    ok: false,
    status,
    url: "https://api.example.com/v1/x?to=+15550100#f",
    headers: new Headers(headers),
    content: text,
  };
  const redact = (value: string) => value.replaceAll("secret", "[redacted]");
  return toApiError(factsOf("GET", response, redact), response, redact, 0);
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

  it("reads the provider's own format", () => {
    const body = {
      code: 20404,
      message: "Not found",
      more_info: "https://example.com/20404",
      status: 404,
      details: { a: 1 },
    };
    expect(make(404, JSON.stringify(body), { "twilio-request-id": "RQ1" })).toMatchObject({
      code: 20404,
      moreInfo: "https://example.com/20404",
      requestId: "RQ1",
      body,
      message: "Status 404, code 20404: Not found. GET https://api.example.com/v1/x",
    });
  });

  it("reads RFC 9457", () => {
    const body = {
      type: "https://example.com/t",
      title: "Bad",
      detail: "It is",
      code: 20001,
      status: 400,
      errors: [{}],
    };
    expect(make(400, JSON.stringify(body), { "x-request-id": "R2" })).toMatchObject({
      code: 20001,
      moreInfo: "https://example.com/t",
      requestId: undefined,
      message: "Status 400, code 20001: Bad: It is. GET https://api.example.com/v1/x",
    });
  });

  it.each<[string, string, Record<string, string>, RegExp, unknown]>([
    ["HTML", "<html>", { "content-type": "text/html" }, /502: text\/html\./, "<html>"],
    ["nothing", "", {}, /502: no body\./, ""],
    ["text", "down, secret", { "content-type": "text/plain" }, /502: text\/plain\./, "down, [redacted]"],
    ["a JSON string", '"secret"', {}, /502: no body\./, "[redacted]"],
    ["null", "null", {}, /502: no body\./, null],
    ["an array", "[1]", {}, /502: no body\./, [1]],
    ["fields of other types", '{"code":"x","message":5}', {}, /502: no body\./, { code: "x", message: 5 }],
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
