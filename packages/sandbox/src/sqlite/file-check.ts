import { statSync } from "node:fs";
import { resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { StoreError } from "./store-error.ts";

/**
 * Makes a check that the files of an open database are still those that its name leads to. SQLite does not notice that
 * one was removed, replaced or emptied, and goes on writing to what is lost when the process ends.
 *
 * @param file as it was given, which may be a link or an URI.
 * @returns throws a {@link StoreError} when they are not.
 */
export function createFileCheck(database: DatabaseSync, file: string): () => void {
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
