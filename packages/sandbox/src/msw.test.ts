import { setupServer } from "msw/node";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSandbox, type Fault } from "./index.ts";
import { sandboxHandlers } from "./msw.ts";
import { basic, path, undocumented, untouched } from "./testing/fixtures.ts";

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
beforeEach(() => server.resetHandlers());
afterAll(() => server.close());

const address = "https://insights.twilio.com";
const headers = { authorization: basic() };
const failing = (fault: Fault) => server.use(...sandboxHandlers({ sandbox: createSandbox({ faults: [fault] }) }));

describe("handlers for msw", () => {
  it("respond for the real address, and keep what is written", async () => {
    server.use(...sandboxHandlers());
    const body = new URLSearchParams({ Spam: "True" });
    expect((await fetch(address + path, { method: "POST", headers, body })).status).toBe(200);
    const response = await fetch(address + path, { headers });
    expect(response.headers.get("twilio-request-id")).toMatch(/^RQ/);
    expect(await response.json()).toEqual({ ...untouched, url: address + path, spam: true });
  });

  it("respond for another address, if they are told to, and for no other", async () => {
    server.use(...sandboxHandlers({ baseUrl: "http://api.test:8080" }));
    expect(await (await fetch(`http://api.test:8080${path}`, { headers })).json()).toMatchObject({
      url: `http://api.test:8080${path}`,
    });
    await expect(fetch(address + path)).rejects.toThrow();
  });

  it("respond to what the API does not have as it does", async () => {
    server.use(...sandboxHandlers());
    for (const other of ["/", "/v2/Voice", `${path}.json`]) {
      const response = await fetch(address + other, { headers });
      expect([response.status, await response.json()]).toMatchObject([404, { code: 20404 }]);
    }
    expect((await fetch(address + path)).status).toBe(401);
    expect((await fetch(address + path, { method: undocumented, headers })).status).toBe(405);
  });

  it("pass faults on", async () => {
    failing({ reset: true });
    await expect(fetch(address + path, { headers })).rejects.toThrow(TypeError);
    failing({ status: 429, retryAfter: 3 });
    const limited = await fetch(address + path, { headers });
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "3"]);
    failing({ body: "truncated" });
    await expect((await fetch(address + path, { headers })).text()).rejects.toThrow();
  });

  it("give up when the caller does", async () => {
    failing({ latency: 60_000 });
    await expect(fetch(address + path, { headers, signal: AbortSignal.timeout(10) })).rejects.toThrow(
      /timeout|aborted/,
    );
  });
});
