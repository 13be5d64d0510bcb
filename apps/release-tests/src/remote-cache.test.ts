import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { expect, inject, it, onTestFinished } from "vitest";
import { serve } from "./registry/serve.ts";
import { attempt } from "./workspace/run.ts";

const { root, env } = inject("release");

/** A server of turbo's open API for remote caches, in memory, and the requests that it got. */
async function startCache(token: string) {
  const artifacts = new Map<string, Buffer>();
  const asked: string[] = [];
  const served = await serve(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://cache");
    const body = await buffer(request);
    const [, hash] = /^\/v8\/artifacts\/([0-9a-f]{16})$/.exec(pathname) ?? [];
    asked.push(`${request.method} ${hash === undefined ? pathname : "artifact"}`);
    if (request.headers.authorization !== `Bearer ${token}`) return void response.writeHead(403).end();
    if (hash === undefined) {
      const isStatus = pathname === "/v8/artifacts/status";
      response.writeHead(200, { "content-type": "application/json" });
      return void response.end(JSON.stringify(isStatus ? { status: "enabled" } : {}));
    }
    if (request.method === "PUT") {
      artifacts.set(hash, body);
      return void response.writeHead(202, { "content-type": "application/json" }).end('{"urls":[]}');
    }
    const found = artifacts.get(hash);
    response.writeHead(found === undefined ? 404 : 200, { "x-artifact-duration": "0" }).end(found);
  });
  onTestFinished(served.close);
  return { url: served.url, artifacts, asked };
}

/** Builds a package; without a local cache unless `again`. */
async function build(more: NodeJS.ProcessEnv, again = false) {
  const cache = join(root, ".turbo/empty");
  if (!again) rmSync(cache, { recursive: true, force: true });
  rmSync(join(root, "packages/validation/dist"), { recursive: true, force: true });
  const turbo = join(root, "node_modules/.bin/turbo");
  const finished = await attempt([turbo, "run", "build", "--filter=@earmark/validation"], {
    cwd: root,
    env: { ...env, TURBO_CACHE_DIR: cache, ...more },
  });
  expect(finished).toMatchObject({ code: 0 });
  expect(existsSync(join(root, "packages/validation/dist/index.js"))).toBe(true);
  return finished.out;
}

const MISS = /Cached: +0 cached, 1 total/;
const HIT = /Cached: +1 cached, 1 total/;
it("turbo shares builds with any server of its API as soon as two variables are set", async () => {
  const { url, artifacts, asked } = await startCache("secret");
  const two = { TURBO_API: url, TURBO_TOKEN: "secret" };

  expect(await build(two)).toMatch(MISS);
  expect(artifacts.size).toBe(1);
  asked.length = 0;
  expect(await build(two)).toMatch(HIT);
  expect(asked).toContain("GET artifact");

  // A workflow sets both to empty strings without a cache, and a pull request has the server's name alone.
  for (const none of [
    { TURBO_API: "", TURBO_TOKEN: "" },
    { TURBO_API: url, TURBO_TOKEN: "" },
  ]) {
    asked.length = 0;
    const alone = await build(none, true);
    expect(alone).toMatch(/Remote caching disabled/);
    expect(alone).toMatch(HIT);
    expect(asked).toEqual([]);
  }
});
