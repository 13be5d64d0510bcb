import { describe, expect, it } from "vitest";
import { EncodeError } from "./encode-error.ts";
import { serializePath } from "./path.ts";
import { serializeQuery } from "./query.ts";

describe("serializePath", () => {
  it.each<[string, unknown, string]>([
    ["text", "CA1", "/v1/CA1/x"],
    ["what RFC 3986 reserves", "a/b?c#d[e]@!$&'()*+,;=:", "/v1/a%2Fb%3Fc%23d%5Be%5D%40!%24%26'()*%2B%2C%3B%3D%3A/x"],
    ["unreserved characters", "aZ09-._~", "/v1/aZ09-._~/x"],
    ["more than ASCII", "é", "/v1/%C3%A9/x"],
    ["an array", ["a", "b,c"], "/v1/a,b%2Cc/x"],
    ["a number and dots in a name", "1..2", "/v1/1..2/x"],
  ])("writes %s", (_, value, expected) => {
    expect(serializePath("/v1/{Sid}/x", { Sid: value })).toBe(expected);
  });

  // A server that decodes once sees the text; only whole dot segments are resolved by the URL parser.
  it.each([
    ["%2e%2e", "%252e%252e"],
    ["../x", "..%2Fx"],
    ["x/..", "x%2F.."],
    ["..\\x", "..%5Cx"],
    ["...", "..."],
  ])("stays in its segment with %j", (value, segment) => {
    const path = serializePath("/v1/{Sid}/x", { Sid: value });
    expect(path).toBe(`/v1/${segment}/x`);
    expect(new URL(path, "https://a.example").pathname).toBe(path);
  });

  it.each([undefined, null, "", [], {}, ".", "..", ["."], [[]], "\ud800"])(
    "refuses %j, naming the parameter",
    (value) => {
      const write = () => serializePath("/v1/{Sid}/x", { Sid: value });
      expect(write).toThrow(EncodeError);
      expect(write).toThrow(/^Sid must be /);
    },
  );
});

describe("serializeQuery", () => {
  const parameter = { in: "query", required: false, style: "form", schema: "S" } as const;
  const parameters = [
    { ...parameter, name: "joined", explode: false },
    { ...parameter, name: "each", explode: true },
  ];
  it.each<[Record<string, unknown>, string]>([
    [{}, ""],
    [{ each: undefined }, ""],
    [{ each: null }, "each="],
    [{ each: false, joined: 0 }, "each=false&joined=0"],
    [{ each: ["a", "b"] }, "each=a&each=b"],
    [{ joined: ["a", "b&,"] }, "joined=a,b%26%2C"],
    [{ each: [] }, ""],
    [{ joined: [] }, "joined="],
    [{ unknown: ["a", "b"] }, "unknown=a&unknown=b"],
    [{ "a b": "c d" }, "a%20b=c%20d"],
  ])("writes %j as %j", (query, expected) => {
    expect(serializeQuery(query, parameters)).toBe(expected);
  });

  it("refuses what has no form", () => {
    expect(() => serializeQuery({ each: {} }, parameters)).toThrow(EncodeError);
  });
});
