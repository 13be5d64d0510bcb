import type { DatabaseSync } from "node:sqlite";
import { type DatabaseSchema, openDatabase } from "../sqlite/database.ts";
import { createLockQueue } from "../sqlite/lock-queue.ts";
import { storeError } from "../sqlite/store-error.ts";
import { type AnnotationFields, mergeFields, noAnnotation } from "./annotation-fields.ts";
import type { AnnotationStore, StoredAnnotation } from "./annotation-store.ts";

const schema: DatabaseSchema = {
  // "earm"
  applicationId: 0x6561726d,
  version: 1,
  tables: `
    CREATE TABLE annotation (
      id INTEGER PRIMARY KEY,
      account_sid TEXT NOT NULL,
      call_sid TEXT NOT NULL,
      fields TEXT NOT NULL,
      UNIQUE (account_sid, call_sid)
    ) STRICT`,
};

const prepare = (database: DatabaseSync) => ({
  select: database.prepare("SELECT fields FROM annotation WHERE account_sid = ? AND call_sid = ?"),
  selectAll: database.prepare("SELECT call_sid, fields FROM annotation WHERE account_sid = ? ORDER BY id"),
  // An update keeps the id, and with it the place in the list.
  upsert: database.prepare(`
    INSERT INTO annotation (account_sid, call_sid, fields) VALUES (?, ?, ?)
    ON CONFLICT (account_sid, call_sid) DO UPDATE SET fields = excluded.fields
  `),
});

/** A store that outlives the process. */
export interface SqliteStore extends AnnotationStore {
  /** Must be called when the store is no longer used. May be called again. */
  close(): void;
}

/**
 * Keeps annotations in an SQLite database. An update is on the disk before its response is sent. Several processes may
 * share a file without losing updates.
 *
 * @param file is created if it does not exist; its folder is not.
 * @throws {StoreError} when the file cannot be used, when it belongs to another program, and before Node 22.13. Its
 * methods throw or reject with one when the file can no longer be used, or is locked for more than two seconds.
 */
export function createSqliteStore(file: string): SqliteStore {
  const { database, statements, checkFiles } = asStoreError(file, () => openDatabase(file, schema, prepare));
  const { select, selectAll, upsert } = statements;
  const queue = createLockQueue();

  const read = (accountSid: string, callSid: string): AnnotationFields | undefined => {
    const row = select.get(accountSid, callSid);
    return row === undefined ? undefined : parse(row.fields);
  };
  /** Fails if what `act` read or wrote is not in the files of this name any more. */
  const checked = <T>(act: () => T): T =>
    asStoreError(file, () => {
      checkFiles();
      const result = act();
      checkFiles();
      return result;
    });

  return {
    read: (accountSid, callSid) => queue.read(() => checked(() => read(accountSid, callSid))),
    merge: (accountSid, callSid, changes) =>
      queue.write(() =>
        checked(() => {
          database.exec("BEGIN IMMEDIATE");
          try {
            const merged = mergeFields(read(accountSid, callSid), changes);
            upsert.run(accountSid, callSid, JSON.stringify(merged));
            database.exec("COMMIT");
            return merged;
          } catch (error) {
            if (database.isTransaction) database.exec("ROLLBACK");
            throw error;
          }
        }),
      ),
    list: (accountSid) =>
      queue.read(() =>
        checked(() =>
          selectAll
            .all(accountSid)
            .map((row): StoredAnnotation => ({ callSid: String(row.call_sid), fields: parse(row.fields) })),
        ),
      ),
    close: () => {
      if (database.isOpen) database.close();
    },
  };
}

function asStoreError<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw storeError(file, error);
  }
}

/** A field that is newer than the row is not set. */
function parse(fields: unknown): AnnotationFields {
  return { ...noAnnotation, ...JSON.parse(String(fields)) };
}
