import { describe, expect, expectTypeOf } from "vitest";
import { createMemoryStore, type Sandbox } from "./index.ts";
import { ask, untouched, update } from "./testing/fixtures.ts";
import { test } from "./vitest.ts";

describe("a test with a sandbox", () => {
  for (const round of [1, 2]) {
    test(`starts from nothing: ${round}`, async ({ sandbox }) => {
      expect(await (await ask(sandbox)).json()).toEqual(untouched);
      await update(sandbox, "Spam=true");
    });
  }

  test("has the fetch of its sandbox", ({ sandbox, fetch }) => {
    expect(fetch).toBe(sandbox.fetch);
    expectTypeOf(fetch).toEqualTypeOf<Sandbox["fetch"]>();
    expectTypeOf(fetch).toExtend<typeof globalThis.fetch>();
  });

  test.extend({ sandboxOptions: { fixture: { calls: [] } } })(
    "may say what the sandbox is made with",
    async ({ sandbox }) => {
      expect((await ask(sandbox)).status).toBe(404);
    },
  );
});

describe("a bug of the sandbox or its store", () => {
  const broken = { ...createMemoryStore(), read: () => Promise.reject(new Error("disk")) };

  test.extend({ sandboxOptions: { store: broken } }).fails("fails the test", async ({ sandbox }) => {
    expect((await ask(sandbox)).status).toBe(500);
  });

  const reported: unknown[] = [];
  const onError = (error: unknown) => reported.push(error);
  test.extend({ sandboxOptions: { store: broken, onError } })("is left to who asks for it", async ({ sandbox }) => {
    expect((await ask(sandbox)).status).toBe(500);
    expect(reported).toEqual([new Error("disk")]);
  });
});
