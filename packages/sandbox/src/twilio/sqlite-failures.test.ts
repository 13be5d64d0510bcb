import { copyFileSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import { createSandbox } from "../index.ts";
import { listen } from "../node.ts";
import { createSqliteStore, StoreError } from "../sqlite.ts";
import { accountSid, ask, basic, callSid, path, refusal, update } from "../testing/fixtures.ts";
import { temporaryFile } from "../testing/temporary-file.ts";

const sid = (number: number) => `CA${String(number).padStart(32, "0")}`;
const pathOf = (number: number) => `/v1/Voice/${sid(number)}/Annotation`;

function open(file: string) {
  const store = createSqliteStore(file);
  onTestFinished(store.close);
  return store;
}

describe("a file that another process has locked", () => {
  /** A sandbox on a port, and a lock on its file. */
  async function locked(begin: string) {
    const file = temporaryFile("store.db");
    const reported: unknown[] = [];
    const sandbox = createSandbox({ store: open(file), onError: (error) => reported.push(error) });
    const { url, close } = await listen(sandbox);
    onTestFinished(close);
    await update(sandbox, "Comment=before");
    const other = new DatabaseSync(file);
    onTestFinished(() => other.close());
    other.exec(begin);
    const headers = { authorization: basic() };
    const get = (target: string) => fetch(url + target, { headers });
    const post = async (number: number) => {
      const body = new URLSearchParams({ Spam: "true" });
      const response = await fetch(url + pathOf(number), { method: "POST", headers, body });
      return { status: response.status, at: Date.now(), body: await response.json() };
    };
    return { sandbox, reported, get, post, unlock: () => other.exec("ROLLBACK") };
  }

  it.each(["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])(
    "keeps no reader waiting, and fails all writes together: %s",
    async (begin) => {
      const { sandbox, reported, get, post, unlock } = await locked(begin);
      const start = Date.now();
      let failed = 0;
      const writes = [1, 2, 3, 4, 5].map(async (number) => {
        const outcome = await post(number);
        failed += 1;
        return outcome;
      });
      for (const target of [path, pathOf(1), "/v1/Voice/Summaries"]) expect((await get(target)).status).toBe(200);
      expect((await get("/nowhere")).status).toBe(404);
      expect(failed).toBe(0);
      const outcomes = await Promise.all(writes);
      for (const { status, body } of outcomes) {
        expect(status).toBe(503);
        expect(body).toMatchObject({ code: 20503, message: expect.stringContaining("locked") });
      }
      const times = outcomes.map(({ at }) => at);
      expect(Math.max(...times) - Math.min(...times)).toBeLessThan(4_000);
      expect(Math.max(...times) - start).toBeLessThan(10_000);
      expect(reported).toHaveLength(5);
      for (const error of reported) expect(error).toMatchObject({ name: "StoreError", code: "store_locked" });
      unlock();
      expect(await (await ask(sandbox, { path: "/v1/Voice/Summaries" })).json()).toMatchObject({
        call_summaries: [{ call_sid: callSid }],
      });
      expect((await post(1)).status).toBe(200);
    },
  );

  it("stores what was sent meanwhile in its order, if the lock goes in time", async () => {
    const { sandbox, reported, post, unlock } = await locked("BEGIN IMMEDIATE");
    const writes = Promise.all([3, 1, 2].map((number) => update(sandbox, `Comment=${number}`)));
    const others = Promise.all(Array.from({ length: 100 }, (_, number) => post(number)));
    setTimeout(unlock, 300);
    expect(await writes).toMatchObject([{ comment: "3" }, { comment: "1" }, { comment: "2" }]);
    expect(await (await ask(sandbox)).json()).toMatchObject({ comment: "2" });
    expect(new Set((await others).map(({ status }) => status))).toEqual(new Set([200]));
    expect(reported).toEqual([]);
  });
});

describe("a file that is gone while it is in use", () => {
  const replaced = (file: string) => {
    const other = `${file}.other`;
    createSqliteStore(other).close();
    renameSync(other, file);
  };

  it.each<[string, (file: string) => void]>([
    ["removed", (file) => rmSync(file)],
    ["removed with all that belongs to it", (file) => rmSync(dirname(file), { recursive: true })],
    ["moved", (file) => renameSync(file, `${file}.moved`)],
    ["in a folder that was moved", (file) => renameSync(dirname(file), `${dirname(file)}.moved`)],
    ["without the updates of late", (file) => rmSync(`${file}-wal`)],
    ["without its locks", (file) => rmSync(`${file}-shm`)],
    ["replaced", replaced],
    [
      "replaced by a copy of itself",
      (file) => {
        copyFileSync(file, `${file}.copy`);
        renameSync(`${file}.copy`, file);
      },
    ],
    [
      "removed and made anew by another sandbox",
      (file) => {
        for (const end of ["", "-wal", "-shm"]) rmSync(file + end);
        createSqliteStore(file).close();
      },
    ],
    ["emptied", (file) => truncateSync(file)],
    ["emptied of the updates of late", (file) => truncateSync(`${file}-wal`)],
    [
      "a text now",
      (file) => {
        rmSync(file);
        writeFileSync(file, "a text");
      },
    ],
    [
      "a folder now",
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
    ],
  ])("acknowledges nothing more: %s", async (_, spoil) => {
    const folder = temporaryFile("folder");
    onTestFinished(() => rmSync(`${folder}.moved`, { recursive: true, force: true }));
    mkdirSync(folder);
    const file = join(folder, "store.db");
    const reported: unknown[] = [];
    const sandbox = createSandbox({ store: open(file), onError: (error) => reported.push(error) });
    await update(sandbox, "Comment=personal");
    spoil(file);
    for (const sent of [{ body: "Comment=lost" }, {}, { path: "/v1/Voice/Summaries" }]) {
      expect(await refusal(sent, sandbox)).toMatchObject({ status: 500, code: 20500 });
    }
    const reason = "was removed, replaced or emptied while it was in use; restore it, and start again";
    expect(reported.map(String)).toEqual(Array(3).fill(`StoreError: The store ${file} ${reason}`));
  });

  it("acknowledges nothing that was written to it while it went", () => {
    const file = temporaryFile("store.db");
    const store = open(file);
    const changes = {
      get comment() {
        rmSync(file);
        return "lost";
      },
    };
    expect(() => store.merge(accountSid, callSid, changes)).toThrow("was removed, replaced or emptied");
  });

  it("is found by the name that it was opened with, too", async () => {
    const [file, link] = [temporaryFile("store.db"), temporaryFile("link.db")];
    open(file);
    symlinkSync(file, link);
    const store = open(link);
    expect(await store.merge(accountSid, callSid, { spam: true })).toMatchObject({ spam: true });
    rmSync(link);
    expect(() => store.read(accountSid, callSid)).toThrow(StoreError);
  });

  it("is none in memory, wherever the process has gone", () => {
    const store = open(":memory:");
    const before = process.cwd();
    process.chdir(dirname(temporaryFile("elsewhere")));
    onTestFinished(() => process.chdir(before));
    expect(store.merge(accountSid, callSid, { spam: true })).toMatchObject({ spam: true });
  });

  it("is not looked for in the folder where the process is by now", () => {
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(dirname(temporaryFile("here")));
    const store = open("store.db");
    process.chdir(dirname(temporaryFile("elsewhere")));
    expect(store.merge(accountSid, callSid, { spam: true })).toMatchObject({ spam: true });
  });
});
