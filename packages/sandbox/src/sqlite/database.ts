import type { DatabaseSync, StatementSync } from "node:sqlite";
import { createFileCheck } from "./file-check.ts";
import { isBusy, StoreError } from "./store-error.ts";

/** How long to wait for another process while the file is opened, in milliseconds. */
const PATIENCE = 5_000;

/** "earm", by which a file shows that it is one of ours. */
const APPLICATION_ID = 0x6561726d;
const SCHEMA_VERSION = 1;

const SCHEMA = `
  CREATE TABLE annotation (
    id INTEGER PRIMARY KEY,
    account_sid TEXT NOT NULL,
    call_sid TEXT NOT NULL,
    fields TEXT NOT NULL,
    UNIQUE (account_sid, call_sid)
  ) STRICT;
  PRAGMA application_id = ${APPLICATION_ID};
`;

/** A database that is ready, and what is done with it. */
export interface OpenDatabase {
  readonly database: DatabaseSync;
  readonly select: StatementSync;
  readonly selectAll: StatementSync;
  readonly upsert: StatementSync;
  /** Throws a {@link StoreError} when the files were removed or replaced. */
  readonly checkFiles: () => void;
}

/** Opens the file of a store, and makes it one if it is new. Throws what SQLite throws, or a {@link StoreError}. */
export function openDatabase(file: string): OpenDatabase {
  const database = new (loadSqlite(file).DatabaseSync)(file, { timeout: PATIENCE });
  try {
    prepare(database, file);
    // From here on, waiting inside SQLite would keep every other request waiting too.
    database.exec("PRAGMA busy_timeout = 0");
    return {
      database,
      select: database.prepare("SELECT fields FROM annotation WHERE account_sid = ? AND call_sid = ?"),
      selectAll: database.prepare("SELECT call_sid, fields FROM annotation WHERE account_sid = ? ORDER BY id"),
      // An update keeps the id, and with it the place in the list.
      upsert: database.prepare(`
        INSERT INTO annotation (account_sid, call_sid, fields) VALUES (?, ?, ?)
        ON CONFLICT (account_sid, call_sid) DO UPDATE SET fields = excluded.fields
      `),
      checkFiles: createFileCheck(database, file),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Looked up when it is needed, so that Node 20 can import what does not use it. */
function loadSqlite(file: string): typeof import("node:sqlite") {
  const sqlite = globalThis.process?.getBuiltinModule?.("node:sqlite");
  if (sqlite === undefined) throw new StoreError(file, "needs node:sqlite, which Node has from 22.13 on");
  return sqlite;
}

function prepare(database: DatabaseSync, file: string): void {
  // Before anything is written to what may be somebody else's; as of one moment, for another may be making the tables.
  database.exec("BEGIN");
  isNew(database, file);
  database.exec("COMMIT");
  switchToWal(database);
  // A write is acknowledged when the disk has it, so that not even a power failure loses it.
  database.exec("PRAGMA synchronous = FULL");
  // Whoever comes second waits here until the first has made the tables.
  database.exec("BEGIN IMMEDIATE");
  if (isNew(database, file)) database.exec(SCHEMA);
  // Written even where it is there already: a file that is read-only says so now.
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT`);
}

/** Whether nobody has written to a database yet. Throws a {@link StoreError} when somebody else has. */
function isNew(database: DatabaseSync, file: string): boolean {
  const id = pragma(database, "application_id");
  const version = pragma(database, "user_version");
  const tables = database.prepare("SELECT count(*) AS count FROM sqlite_schema").get()?.count;
  if (id === 0 && version === 0 && tables === 0) return true;
  if (id !== APPLICATION_ID) throw new StoreError(file, "belongs to another program; name another file");
  if (version === SCHEMA_VERSION) return false;
  throw new StoreError(file, `has version ${version}, and this sandbox reads ${SCHEMA_VERSION}; name another file`);
}

/** Readers and a writer do not wait for each other then. SQLite does not wait for others by itself while it switches. */
function switchToWal(database: DatabaseSync): void {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      database.exec("PRAGMA journal_mode = WAL");
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function pragma(database: DatabaseSync, name: string): unknown {
  return database.prepare(`PRAGMA ${name}`).get()?.[name];
}
