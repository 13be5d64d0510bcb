import { once } from "node:events";
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import type { QualityIssue } from "@earmark/annotation-types/strict";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { type AnnotationStore, createMemoryStore, createSandbox } from "../index.ts";
import { createSqliteStore, StoreError } from "../sqlite.ts";
import { accountSid, ask, basic, callSid, refusal, update } from "../testing/fixtures.ts";
import type { OpenTogether } from "../testing/open-together.ts";
import { startProcess } from "../testing/start-process.ts";
import { temporaryFile } from "../testing/temporary-file.ts";

function open(file: string = temporaryFile("store.db")): AnnotationStore {
  const store = createSqliteStore(file);
  onTestFinished(store.close);
  return store;
}

const sid = (number: number) => `CA${String(number).padStart(32, "0")}`;
const pathOf = (number: number) => `/v1/Voice/${sid(number)}/Annotation`;

function post(url: string, number: number, body: Record<string, string>): Promise<Response> {
  const headers = { authorization: basic() };
  return fetch(url + pathOf(number), { method: "POST", headers, body: new URLSearchParams(body) });
}

describe("a store in a file", () => {
  const text = fc.string({ unit: "binary", maxLength: 5 });
  const changes = fc.record(
    {
      answered_by: fc.constantFrom("human", "machine", null, undefined),
      quality_issues: fc.option(fc.subarray<QualityIssue>(["echo", "owa", "dtmf"])),
      spam: fc.option(fc.boolean()),
      call_score: fc.option(fc.integer({ min: 1, max: 5 })),
      comment: fc.option(text),
    },
    { requiredKeys: [] },
  );
  const step = fc.record({
    account: fc.constantFrom("AC1", "AC2"),
    call: fc.constantFrom("CA1", "CA2", "CA3"),
    changes,
  });

  it("does what a store in memory does, and goes on doing it when it is opened again", () => {
    const file = temporaryFile("store.db");
    // Of one file, in which each run has accounts of its own.
    let run = 0;
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const memory = createMemoryStore();
        run += 1;
        let store = createSqliteStore(file);
        for (const { account, call, changes: sent } of steps) {
          const name = account + run;
          expect(store.merge(name, call, sent)).toEqual(memory.merge(name, call, sent));
          expect(store.read(name, call)).toEqual(memory.read(name, call));
        }
        store.close();
        store = createSqliteStore(file);
        for (const name of [`AC1${run}`, `AC2${run}`]) expect(store.list(name)).toEqual(memory.list(name));
        store.close();
      }),
      { numRuns: 20 },
    );
  });

  it("serves a sandbox", async () => {
    const file = temporaryFile("store.db");
    await update(createSandbox({ store: open(file) }), "QualityIssues=echo,owa&Comment=%00%F0%9F%98%80&Spam=true");
    await update(createSandbox({ store: open(file) }), "CallScore=");
    expect(await (await ask(createSandbox({ store: open(file) }))).json()).toMatchObject({
      quality_issues: ["echo", "owa"],
      comment: "\0\u{1F600}",
      spam: true,
    });
  });

  it("knows nothing of a field that the document has gained since", () => {
    const file = temporaryFile("store.db");
    open(file).merge(accountSid, callSid, { spam: true });
    const database = new DatabaseSync(file);
    database.exec(`UPDATE annotation SET fields = '{"spam":true}'`);
    database.close();
    expect(open(file).read(accountSid, callSid)).toMatchObject({ spam: true, comment: null });
  });
});

describe("a process that is killed", () => {
  it("has lost no update that it acknowledged", async () => {
    const file = temporaryFile("store.db");
    // By call, the number of the last update with a response. A call belongs to one worker, so they only grow.
    const acknowledged = new Map<number, number>();
    let sent = 0;
    for (const enough of [150, 40]) {
      const { url, kill } = await startProcess(file);
      let responses = 0;
      const work = async (worker: number) => {
        for (let step = 0; ; step++) {
          const [call, comment] = [worker * 20 + (step % 20), ++sent];
          const response = await post(url, call, { Comment: String(comment) });
          expect(response.status).toBe(200);
          acknowledged.set(call, comment);
          responses += 1;
          // In the middle of what the other workers are doing.
          if (responses === enough) void kill();
        }
      };
      await Promise.allSettled(Array.from({ length: 8 }, (_, worker) => work(worker)));
      expect(responses).toBeGreaterThanOrEqual(enough);
    }
    const store = open(file);
    for (const [call, comment] of acknowledged) {
      const stored = await store.read(accountSid, sid(call));
      // One more may have been stored, whose response was lost.
      expect(Number(stored?.comment)).toBeGreaterThanOrEqual(comment);
    }
  }, 120_000);
});

describe("two processes with one file", () => {
  it("lose nothing of each other", async () => {
    const file = temporaryFile("store.db");
    // At the same time, so that both want to make the tables.
    const servers = await Promise.all([startProcess(file), startProcess(file), startProcess(file)]);
    const fields = [{ Spam: "true" }, { CallScore: "3" }, { Comment: "c" }];
    const numbers = Array.from({ length: 30 }, (_, index) => index);
    const updates = numbers.flatMap((number) =>
      servers.map(async ({ url }, index) => (await post(url, number, fields[index] ?? {})).status),
    );
    expect(new Set(await Promise.all(updates))).toEqual(new Set([200]));
    const listed = await open(file).list(accountSid);
    expect(listed.map(({ callSid: one }) => one).sort()).toEqual(numbers.map(sid));
    for (const { fields: stored } of listed) expect(stored).toMatchObject({ spam: true, call_score: 3, comment: "c" });
    const database = new DatabaseSync(file);
    expect(database.prepare("PRAGMA integrity_check").get()).toMatchObject({ integrity_check: "ok" });
    database.close();
  }, 120_000);
});

describe("a new file that several open at once", () => {
  it("is made by one of them, and belongs to all", async () => {
    const workers = 2;
    const files = Array.from({ length: 40 }, (_, index) => temporaryFile(`store-${index}.db`));
    const arrived = new SharedArrayBuffer(4 * files.length);
    const opened = Array.from({ length: workers }, async () => {
      const worker = new Worker(new URL("../testing/open-together.ts", import.meta.url), {
        workerData: { files, workers, arrived } satisfies OpenTogether,
        execArgv: [],
      });
      const [outcomes] = await once(worker, "message");
      return outcomes;
    });
    expect(new Set((await Promise.all(opened)).flat())).toEqual(new Set(["opened"]));
  }, 120_000);
});

describe("a file that cannot be used", () => {
  /** A store with one annotation, whose file is then made unusable. */
  function spoilt(spoil: (file: string) => void): string {
    const file = temporaryFile("store.db");
    const store = createSqliteStore(file);
    store.merge(accountSid, callSid, { spam: true });
    store.close();
    spoil(file);
    return file;
  }

  function patch(file: string, offset: number, ...bytes: readonly number[]): void {
    const handle = openSync(file, "r+");
    writeSync(handle, Buffer.from(bytes), 0, bytes.length, offset);
    closeSync(handle);
  }

  function execute(file: string, sql: string): void {
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
  }

  it.each<[string, () => string, string]>([
    [
      "a folder that is not there",
      () => `${temporaryFile("none")}/store.db`,
      "cannot be opened: its folder is not there",
    ],
    [
      "a folder",
      () => {
        const folder = temporaryFile("folder");
        mkdirSync(folder);
        return folder;
      },
      "cannot be opened",
    ],
    [
      "a text",
      () => spoilt((file) => writeFileSync(file, "a text that is no database\n".repeat(100))),
      "is not a database; name another file",
    ],
    [
      "half a file",
      () => spoilt((file) => truncateSync(file, readFileSync(file).length / 2)),
      "is damaged; restore it, or name another file",
    ],
    // The format says that a file whose write version is unknown can only be read.
    ["a file that may only be read", () => spoilt((file) => patch(file, 18, 3)), "is read-only"],
    [
      "a later version",
      () => spoilt((file) => execute(file, "PRAGMA user_version = 7")),
      "has version 7, and this sandbox reads 1; name another file",
    ],
    [
      "the file of another program",
      () => spoilt((file) => execute(file, "PRAGMA application_id = 7")),
      "belongs to another program; name another file",
    ],
    [
      "a database without a mark",
      () => {
        const file = temporaryFile("other.db");
        execute(file, "CREATE TABLE other (a)");
        return file;
      },
      "belongs to another program; name another file",
    ],
    [
      "a store without its table",
      () => spoilt((file) => execute(file, "DROP TABLE annotation")),
      "failed: no such table: annotation",
    ],
  ])("is refused with the reason: %s", (_, make, reason) => {
    const file = make();
    expect(() => createSqliteStore(file)).toThrow(StoreError);
    expect(() => createSqliteStore(file)).toThrow(`The store ${file} ${reason}`);
  });

  it("is left as it was when it belongs to somebody else", () => {
    const file = temporaryFile("other.db");
    execute(file, "PRAGMA journal_mode = DELETE; CREATE TABLE other (a); INSERT INTO other VALUES (1)");
    const copy = `${file}.copy`;
    copyFileSync(file, copy);
    expect(() => createSqliteStore(file)).toThrow(StoreError);
    expect(readFileSync(file).equals(readFileSync(copy))).toBe(true);
  });

  it("leads to 500 when it becomes so, and is reported without its content", async () => {
    const file = temporaryFile("store.db");
    const reported: unknown[] = [];
    const sandbox = createSandbox({ store: open(file), onError: (error) => reported.push(error) });
    await update(sandbox, "Comment=personal");
    execute(file, "UPDATE annotation SET fields = 'personal'");
    expect(await refusal({}, sandbox)).toMatchObject({ status: 500, code: 20500, message: "Internal Server Error" });
    execute(file, "DROP TABLE annotation");
    expect(await refusal({ body: "Spam=true" }, sandbox)).toMatchObject({ status: 500 });
    expect(reported.map(String)).toEqual([
      `StoreError: The store ${file} holds an annotation that is not JSON`,
      `StoreError: The store ${file} failed: no such table: annotation`,
    ]);
  });

  it("leads to 500 when it cannot grow, and the process lives", async () => {
    // The size that a file may have, in blocks of 512 bytes: some updates fit, and not all of them.
    const { url, complaints } = await startProcess(temporaryFile("store.db"), "ulimit -f 200");
    const statuses: number[] = [];
    for (let number = 0; number < 60; number++) statuses.push((await post(url, number, { Comment: "c" })).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 500]);
    // Behind what Node 22 says of SQLite.
    expect(complaints()).toMatch(/^StoreError: The store \S+store\.db could not be read or written: /m);
    const written = statuses.filter((status) => status === 200).length;
    const read = async (number: number) =>
      (await fetch(url + pathOf(number), { headers: { authorization: basic() } })).json();
    expect(await read(written - 1)).toMatchObject({ comment: "c" });
    expect(await read(written)).toMatchObject({ comment: null });
  }, 120_000);
});
