import { report } from "@earmark/validation/runtime";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CallSid, failure, testClient } from "./testing/definition.ts";
import { fullClient, getting } from "./testing/full-definition.ts";
import { json, serve } from "./testing/serve.ts";
import type { ResponseValidationError } from "./validation-error.ts";

const invalid = { call_sid: 7 };

afterEach(() => void vi.restoreAllMocks());

describe("a response that breaks the document", () => {
  it.each<[string, () => unknown]>([
    [
      "throws",
      () => {
        throw new Error("no disk left");
      },
    ],
    [
      "throws nothing that is an error",
      () => {
        throw undefined;
      },
    ],
    ["fails later", async () => Promise.reject(new Error("no connection to the log"))],
    [
      "is a promise of its own kind that fails",
      // biome-ignore lint/suspicious/noThenProperty: that is what is tried.
      () => ({ then: (_: unknown, fail: (reason: unknown) => void) => fail(new Error("no")) }),
    ],
    ["never ends", () => new Promise(() => {})],
    ["is no function", 7 as never],
  ])("is returned, though what it is reported to %s", async (_, handler) => {
    const server = await serve(json(200, invalid));
    const rejections: unknown[] = [];
    const listen = (reason: unknown) => rejections.push(reason);
    process.on("unhandledRejection", listen);
    vi.spyOn(console, "warn").mockReturnValue(undefined);
    const client = testClient({ baseUrl: server.url, onInvalidResponse: handler as () => void });
    await expect(client.fetchAnnotation({ CallSid })).resolves.toEqual(invalid);
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off("unhandledRejection", listen);
    expect(rejections).toEqual([]);
  });

  it("is returned though console.warn throws", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => {
      throw new Error("EPIPE");
    });
    const server = await serve(json(200, invalid));
    await expect(testClient({ baseUrl: server.url }).fetchAnnotation({ CallSid })).resolves.toEqual(invalid);
    expect(warn).toHaveBeenCalledOnce();
  });

  it("is reported before the call returns", async () => {
    const server = await serve(json(200, invalid));
    const reported: string[] = [];
    const client = testClient({
      baseUrl: server.url,
      onInvalidResponse: ({ code }: Error & { code: string }) => reported.push(code),
    });
    const value = client.fetchAnnotation({ CallSid }).then(() => [...reported]);
    expect(await value).toEqual(["response"]);
  });

  it.each([10_000, 600_000, 6_000_000])("has a message of bounded length: a name of %i characters", async (length) => {
    const body = { ["k".repeat(length)]: Array.from({ length: 1000 }, () => 1) };
    const server = await serve(json(200, body));
    const errors: ResponseValidationError[] = [];
    const responses = {
      Lists: (value: unknown, issues?: Parameters<typeof report>[0]) => {
        for (const [name, list] of Object.entries(value as Record<string, unknown[]>))
          for (const index of list.keys()) if (report(issues, [name, index], "type", "string", 1)) return false;
        return true;
      },
    };
    const operation = getting({ responses: { "200": { content: { "application/json": { schema: "Lists" } } } } });
    const options = { baseUrl: server.url, onInvalidResponse: (error: ResponseValidationError) => errors.push(error) };
    const { call } = fullClient(operation, options, { responses });
    await expect(call()).resolves.toEqual(body);
    expect(errors[0]?.issues).toHaveLength(100);
    expect(errors[0]?.message.length).toBeLessThan(2000);
    expect(errors[0]?.message).toMatch(/k… type; and 90 more\. GET /);
    const thrown = await failure(() => call({ responseValidation: "throw" }));
    expect(thrown.message).toBe(errors[0]?.message);
  });
});
