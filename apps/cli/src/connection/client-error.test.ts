import { ResponseValidationError } from "@earmark/http";
import { expect, test } from "vitest";
import { main } from "../main.ts";
import { CALL, TOKEN } from "../testing/run-earmark.ts";
import { testContext } from "../testing/test-context.ts";
import { describeInvalidResponse } from "./client-error.ts";

const failure = (status: number, headers: Record<string, string> = {}) =>
  Response.json(
    { code: 20_000, message: `No, ${TOKEN}`, more_info: "https://docs.test/1", status },
    { status, headers },
  );

async function get(respond: () => Response | Promise<Response>) {
  const context = testContext(async () => respond());
  return { code: await main(["get", CALL], context), ...context.written };
}

test.each([
  [400, 2],
  [401, 3],
  [403, 3],
  [404, 4],
  [408, 5],
  [409, 1],
  [429, 5],
  [500, 5],
  [503, 5],
])("a response of %i is exit code %i", async (status, code) => {
  const result = await get(() => failure(status, { "twilio-request-id": "RQ1" }));
  expect(result).toMatchObject({ code, stdout: "" });
  expect(result.stderr).toMatch(
    new RegExp(
      `^earmark: The server responded with ${status} \\(code 20000\\): No, \\[redacted\\]\nGET .*/Annotation, request RQ1\nhttps://docs.test/1\n`,
    ),
  );
});

test("strings of a server are shortened, wherever they are", async () => {
  const long = "é".repeat(100_000);
  const headers = { "twilio-request-id": long };
  const { stderr } = await get(() => Response.json({ message: long, more_info: long }, { status: 400, headers }));
  expect(stderr.split("\n").filter((line) => line.includes(`${"é".repeat(299)}…`))).toHaveLength(4);
  expect(stderr.length).toBeLessThan(2000);
});

test("401 names the variables, 404 its other causes", async () => {
  expect((await get(() => failure(401))).stderr).toContain("Set TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN");
  expect((await get(() => failure(404))).stderr).toContain("30 days after the call");
});

test.each([
  [302, true],
  [308, true],
  [300, false],
  [304, false],
])("a status of %i is a redirect: %s", async (status, isRedirect) => {
  const { stderr } = await get(() => new Response(null, { status }));
  expect(stderr).toContain(`The server responded with ${status}: no explanation`);
  expect(stderr.includes("Redirects are not followed; set --base-url")).toBe(isRedirect);
});

test("no response is exit code 5 and names the option, not the client's", async () => {
  const result = await get(() =>
    Promise.reject(Object.assign(new TypeError("fetch failed"), { cause: { code: "ECONNRESET" } })),
  );
  expect(result.code).toBe(5);
  expect(result.stderr).toMatch(/^earmark: .*\(ECONNRESET\)\.\nGET .*\nCheck the network, the proxy, and --base-url/);
});

test.each([
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "name its file in NODE_EXTRA_CA_CERTS"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "name its file in NODE_EXTRA_CA_CERTS"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "name its file in NODE_EXTRA_CA_CERTS"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "name its file in NODE_EXTRA_CA_CERTS"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "is for another name"],
  ["CERT_HAS_EXPIRED", "has expired"],
  ["CERT_NOT_YET_VALID", "is not valid yet"],
  ["CERT_REVOKED", "was revoked"],
  ["ECONNREFUSED", "Check the network, the proxy, and --base-url"],
  ["constructor", "Check the network, the proxy, and --base-url"],
])("%s comes with advice that fits, and no other", async (code, advice) => {
  const cause = Object.assign(new Error("no"), { code });
  const result = await get(() => Promise.reject(Object.assign(new TypeError("fetch failed"), { cause })));
  expect(result.code).toBe(5);
  const [what, where, ...what2] = result.stderr.trimEnd().split("\n");
  expect([what, where]).toEqual([expect.stringContaining(` (${code}: no).`), expect.stringMatching(/^GET https:/)]);
  expect(what2).toEqual([expect.stringContaining(advice)]);
});

test("a success that is no JSON is unexpected", async () => {
  const result = await get(() => new Response("<html>", { headers: { "content-type": "text/html" } }));
  expect(result).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("The 200 response is not what the API promises: body (json)"),
  });
});

test("a success that breaks the document in a thousand places is described in two lines", async () => {
  const issues = Array.from({ length: 1000 }, () => ({ path: ["k".repeat(600_000), 0], code: "type" }));
  const facts = { method: "GET", url: "https://api.test/", status: 200, requestId: undefined };
  const lines = describeInvalidResponse(new ResponseValidationError(facts, issues as never));
  expect(lines.join("").length).toBeLessThan(2000);
  expect(lines[0]).toMatch(/: k{99}… \(type\), .*, and 990 more\.$/);
});

test.each<[unknown, string]>([
  [{ title: "Forbidden", detail: "Not yours", status: 403 }, "responded with 403: Forbidden: Not yours\n"],
  ["<h1>Forbidden</h1>", "responded with 403: <h1>Forbidden</h1>\n"],
  ["", "responded with 403: no explanation\n"],
  ["x".repeat(1000), `responded with 403: ${"x".repeat(299)}…\n`],
])("errors are shown in any form: %j", async (body, shown) => {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  expect((await get(() => new Response(text, { status: 403 }))).stderr).toContain(shown);
});
