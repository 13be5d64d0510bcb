import { expect, it, onTestFinished } from "vitest";
import { createMemoryStore, createSandbox } from "../index.ts";
import { listen } from "../node.ts";
import { dropConnection } from "../testing/drop-connection.ts";
import { accountSid, basic, path } from "../testing/fixtures.ts";

// How much memory it takes over hours is for `pnpm --filter @earmark/sandbox soak`; this is about what may be left
// over.
it("keeps nothing of connections that are dropped, however they are", async () => {
  const store = createMemoryStore();
  const sandbox = createSandbox({ store });
  const aborted: AbortSignal[] = [];
  const { url, close } = await listen({
    fetch: (request, init) => {
      if (init?.signal) aborted.push(init.signal);
      return sandbox.fetch(request, init);
    },
  });
  onTestFinished(close);
  const before = sockets();
  for (let index = 0; index < 700; index += 50) {
    await Promise.all(
      Array.from({ length: 50 }, (_, offset) => dropConnection(Number(new URL(url).port), index + offset)),
    );
  }
  await expect.poll(sockets, { timeout: 120_000 }).toBe(before);
  expect(aborted.every((signal) => signal.aborted)).toBe(true);
  expect(await store.list(accountSid)).toEqual([]);
  const response = await fetch(url + path, { headers: { authorization: basic() } });
  expect([response.status, response.headers.get("twilio-concurrent-requests")]).toEqual([200, "1"]);
});

function sockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap").length;
}
