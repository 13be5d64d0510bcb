import { documentText, type Parts, tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { codegen } from "../testing/run.ts";

const KEY = { securitySchemes: { Key: { type: "apiKey", in: "header", name: "X-Key" } } };
const get = (more: object = {}) => ({
  get: { operationId: "A", responses: { "204": { description: "Done." } }, ...more },
});
const secured = { security: [{ Key: [] }], components: KEY };
const at = (url: string, more: object = {}) => ({ servers: [{ url, ...more }] });

/** What `lint` and `generate` say about servers, as rule and message without the place. */
async function warningsOf(parts: Parts) {
  const folder = await tempFolder({ "api.yaml": documentText({ paths: { "/a": get() }, ...parts }) });
  const linted = await codegen(folder, "lint", "api.yaml");
  const generated = await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out");
  const of = (lines: readonly string[]) =>
    lines.filter((line) => line.includes(" server warning: ")).map((line) => line.trim());
  expect(of([...generated.out, ...generated.err])).toEqual(of(linted.out));
  expect(generated.code).toBe(0);
  return of(linted.out).map((line) => line.replace(/^\S+ /, ""));
}

describe("a server is warned of", () => {
  const insecure = "only if its option allowInsecure names";
  const never = "no client can call";
  it.each<[string, Parts, string | undefined]>([
    [
      "with credentials over http:",
      { ...at("http://orders.internal:8080"), ...secured },
      `${insecure} orders.internal;`,
    ],
    [
      "by the defaults of its variables",
      { ...at("http://{host}", { variables: { host: { default: "a.internal" } } }), ...secured },
      `${insecure} a.internal;`,
    ],
    [
      "for one operation that needs credentials",
      { ...at("http://a.internal"), components: KEY, paths: { "/a": get(secured) } },
      insecure,
    ],
    [
      "of an operation of its own",
      { ...secured, ...at("https://a.example"), paths: { "/a": get(at("http://b.internal")) } },
      `${insecure} b.internal;`,
    ],
    [
      "of a path of its own",
      { ...secured, ...at("https://a.example"), paths: { "/a": { ...at("http://b.internal"), ...get() } } },
      `${insecure} b.internal;`,
    ],
    ["of another scheme", at("ftp://a.example"), `${never} ftp://a.example:`],
    ["with a query", at("https://a.example/?v=1"), never],
    ["with a user", at("https://user@a.example"), `${never} https://user@a.example: expected an http(s) URL`],
    [
      "with a variable that has no default",
      at("https://{region}.a.example"),
      `${never} https://{region}.a.example: expected a default for each variable`,
    ],
    ["without a host", at("https://"), never],
    ["that has no scheme", at("//a.example/v1"), never],
    ["without credentials over http:", at("http://orders.internal"), undefined],
    [
      "where no operation asks for credentials",
      { ...at("http://a.internal"), ...secured, paths: { "/a": get({ security: [] }) } },
      undefined,
    ],
    [
      "with credentials that may be left out",
      { ...at("http://a.internal"), components: KEY, security: [{}] },
      undefined,
    ],
    ["on this machine", { ...at("http://127.0.0.1:8080"), ...secured }, undefined],
    ["over https:", { ...at("https://a.example/v1"), ...secured }, undefined],
    ["that is relative", { ...at("/api/v3"), ...secured }, undefined],
  ])("%s", async (_, parts, message) => {
    const warnings = await warningsOf(parts);
    expect(warnings).toEqual(message === undefined ? [] : [expect.stringContaining(message)]);
  });

  it("at its place", async () => {
    const text = documentText({
      ...at("https://a.example"),
      ...secured,
      paths: { "/a": get(at("http://b.internal")) },
    });
    const folder = await tempFolder({ "api.yaml": text });
    const { out } = await codegen(folder, "lint", "api.yaml");
    const line = text.split("\n").findIndex((one) => one.includes("b.internal"));
    const [place] = out.filter((one) => one.includes(" server "));
    expect(Number(place?.split(":")[1])).toBeGreaterThanOrEqual(line);
    expect(Number(place?.split(":")[1])).toBeLessThanOrEqual(line + 1);
  });
});
