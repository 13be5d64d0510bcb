import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { isBusy, StoreError } from "./store-error.ts";

/** How long to wait for another process while the file is opened, in milliseconds. */
const OPEN_TIMEOUT_MS = 5_000;

/** The tables of a database, and how to recognise it. */
export interface DatabaseSchema {
  /** A 32-bit integer, by which SQLite files tell their application. */
  readonly applicationId: number;
  /** The version of the tables. A file with another one is refused. */
  readonly version: number;
  /** The SQL that makes the tables. */
  readonly tables: string;
}

/** An open database. */
export interface OpenDatabase<Statements> {
  readonly database: DatabaseSync;
  readonly statements: Statements;
  /** Throws a {@link StoreError} when the files were removed or replaced. */
  readonly checkFiles: () => void;
}

/**
 * Opens a database, and makes its tables if it is new. Throws what SQLite throws, or a {@link StoreError}.
 *
 * @param prepare prepares the statements of the store.
 */
export function openDatabase<Statements>(
  file: string,
  schema: DatabaseSchema,
  prepare: (database: DatabaseSync) => Statements,
): OpenDatabase<Statements> {
  const database = new (loadSqlite(file).DatabaseSync)(file, { timeout: OPEN_TIMEOUT_MS });
  try {
    initialize(database, file, schema);
    // From here on, waiting inside SQLite would keep every other request waiting too.
    database.exec("PRAGMA busy_timeout = 0");
    return { database, statements: prepare(database), checkFiles: createFileCheck(database, file) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Loaded on demand, so that Node 20 can import this module. */
function loadSqlite(file: string): typeof import("node:sqlite") {
  const sqlite = globalThis.process?.getBuiltinModule?.("node:sqlite");
  if (sqlite === undefined) throw new StoreError(file, "needs node:sqlite, which Node has from 22.13 on");
  return sqlite;
}

function initialize(database: DatabaseSync, file: string, schema: DatabaseSchema): void {
  // Before anything is written: the file may belong to another program. In a transaction, since another process may be
  // making the tables.
  database.exec("BEGIN");
  isNew(database, file, schema);
  database.exec("COMMIT");
  switchToWal(database);
  // A write is acknowledged when the disk has it, so that not even a power failure loses it.
  database.exec("PRAGMA synchronous = FULL");
  // A second process waits here until the first one has made the tables.
  database.exec("BEGIN IMMEDIATE");
  if (isNew(database, file, schema)) {
    database.exec(`${schema.tables}; PRAGMA application_id = ${schema.applicationId}`);
  }
  // Written even if it is the same: a read-only file fails now rather than later.
  database.exec(`PRAGMA user_version = ${schema.version}; COMMIT`);
}

/** Whether a database is empty. Throws a {@link StoreError} when it belongs to another program. */
function isNew(database: DatabaseSync, file: string, schema: DatabaseSchema): boolean {
  const id = pragma(database, "application_id");
  const version = pragma(database, "user_version");
  const tables = database.prepare("SELECT count(*) AS count FROM sqlite_schema").get()?.count;
  if (id === 0 && version === 0 && tables === 0) return true;
  if (id !== schema.applicationId) throw new StoreError(file, "belongs to another program; name another file");
  if (version === schema.version) return false;
  throw new StoreError(file, `has version ${version}, and this sandbox reads ${schema.version}; name another file`);
}

/** In WAL mode readers and a writer do not wait for each other. SQLite has no timeout of its own for this switch. */
function switchToWal(database: DatabaseSync): void {
  const deadline = Date.now() + OPEN_TIMEOUT_MS;
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

/**
 * Makes a check that the files of an open database are still those that its name leads to. SQLite does not notice that
 * one was removed, replaced or emptied, and goes on writing to what is lost when the process ends.
 *
 * @param file as it was given, which may be a link or an URI.
 * @returns throws a {@link StoreError} when they are not.
 */
function createFileCheck(database: DatabaseSync, file: string): () => void {
  const main = String(database.prepare("PRAGMA database_list").get()?.file ?? "");
  // In memory: there is no file.
  if (main === "") return () => {};
  const written = [main, `${main}-wal`];
  const paths = [...written, `${main}-shm`, resolve(file)];
  const opened = paths.map(identityOf);
  return () => {
    const isSame = paths.every((path, index) => identityOf(path) === opened[index]);
    // Opening has written to both, and SQLite itself empties neither.
    if (isSame && written.every((path) => statSync(path).size > 0)) return;
    throw new StoreError(file, "was removed, replaced or emptied while it was in use; restore it, and start again");
  };
}

function identityOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && `${found.dev}/${found.ino}`;
}
