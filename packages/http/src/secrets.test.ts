import { describe, expect, it } from "vitest";
import { accountSid, authToken, CallSid, failure, testClient } from "./testing/definition.ts";
import { shownOf } from "./testing/secrets.ts";
import { json, type Responder, reset, serve, text } from "./testing/serve.ts";

const encoded = btoa(`${accountSid}:${authToken}`);

function expectNoSecret(value: unknown): void {
  const shown = shownOf(value);
  expect(shown).not.toContain(authToken);
  expect(shown).not.toContain(encoded);
}

const escaped = [...authToken].map((char) => `\\u00${char.charCodeAt(0).toString(16)}`).join("");

describe("secrets", () => {
  it("are not in the client, however it is looked at", () => {
    expectNoSecret(testClient());
    expectNoSecret(testClient().raw);
  });

  it.each<[string, Responder]>([
    [
      "the Authorization header in JSON",
      (response, request) => json(400, { message: request.headers.authorization })(response, request),
    ],
    ["all headers in JSON", (response, request) => json(500, { headers: request.headers })(response, request)],
    [
      "the Authorization header in HTML",
      (response, request) => text(400, `<p>${request.headers.authorization}`)(response, request),
    ],
    ["the token in text", text(401, `wrong token ${authToken}`, { "content-type": "text/plain" })],
    ["the token, escaped", text(400, `{"code":1,"message":"${escaped}"}`, { "content-type": "application/json" })],
    ["the token in a broken response", json(200, { call_sid: [authToken] })],
    ["the token as a name in JSON", json(400, { errors: { [authToken]: { [encoded]: 1 } } })],
    ["the token as a name in a broken response", json(200, { [authToken]: [{ [encoded]: [authToken] }] })],
    ["the credentials as the request id", json(500, {}, { "x-request-id": `Basic ${encoded}` })],
    ["the credentials as the request id of a broken response", json(200, {}, { "x-request-id": encoded })],
    ["the credentials as the media type", text(500, "", { "content-type": `Basic ${encoded}` })],
    ["the credentials as the media type of a broken response", text(200, "", { "content-type": `Basic ${encoded}` })],
    ["the token in HTML that should be JSON", text(200, `<p>${authToken}`)],
    ["nothing, with a reset", reset],
    ["a redirect", text(302, "", { location: `https://x:${authToken}@elsewhere.example/?t=${authToken}` })],
  ])("are in no error when the server responds with %s", async (_, respond) => {
    const server = await serve(respond);
    const client = testClient({ baseUrl: server.url, responseValidation: "throw" });
    expectNoSecret(await failure(() => client.fetchAnnotation({ CallSid })));
  });

  it("are not in what middleware of the raw client sees", async () => {
    const server = await serve(json(200, { call_sid: CallSid }));
    const { raw } = testClient({ baseUrl: server.url });
    raw.use({ onResponse: ({ request }) => expectNoSecret(request) });
    await raw.GET("/v1/Voice/{CallSid}/Annotation", { params: { path: { CallSid } } });
    expect(server.received[0]?.headers.authorization).toBe(`Basic ${encoded}`);
  });

  it("go to no other origin, not even when the raw client is told to", async () => {
    const [home, elsewhere] = [await serve(json(200, {})), await serve(json(200, {}))];
    const { raw } = testClient({ baseUrl: home.url });
    const error = await failure(() =>
      raw.GET("/v1/Voice/{CallSid}/Annotation", { params: { path: { CallSid } }, baseUrl: elsewhere.url }),
    );
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toContain(`No credentials for ${elsewhere.url}`);
    expect(home.received).toHaveLength(0);
    expect(elsewhere.received).toHaveLength(0);
  });

  it.each([301, 302, 303, 307, 308])("and bodies do not follow a redirect with status %i", async (status) => {
    const elsewhere = await serve(json(200, {}));
    const server = await serve(text(status, "", { location: `${elsewhere.url}/somewhere?a=b` }));
    const client = testClient({ baseUrl: server.url });
    const error = await failure(() => client.updateAnnotation({ CallSid }, { Spam: true }));
    expect(error).toMatchObject({ name: "ApiError", status });
    expect(error.message).toMatch(new RegExp(`^Status ${status}: redirects are not followed\\. POST http`));

    const { response } = await client.raw.POST("/v1/Voice/{CallSid}/Annotation", {
      params: { path: { CallSid } },
      body: { Comment: "x" },
      redirect: "follow",
    });
    expect(response.status).toBe(status);
    expect(elsewhere.received).toHaveLength(0);
  });

  it("and neither does a call that needs no credentials", async () => {
    const elsewhere = await serve(text(200, "", { "content-type": "text/plain" }));
    const server = await serve(text(307, "", { location: elsewhere.url }));
    await expect(testClient({ baseUrl: server.url }).search()).rejects.toMatchObject({ status: 307 });
    expect(elsewhere.received).toHaveLength(0);
  });

  it("do not follow a redirect in a browser either, which hides where it leads", async () => {
    const fetch = async () => ({ ok: false, status: 0, headers: new Headers(), text: async () => "" }) as Response;
    const error = await failure(() => testClient({ fetch }).fetchAnnotation({ CallSid }));
    expect(error).toMatchObject({ name: "ApiError", status: 0 });
    expect(error.message).toContain("redirects are not followed");
  });
});
