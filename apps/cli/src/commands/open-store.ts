import type { SqliteStore } from "@earmark/sandbox/sqlite";
import { UsageError } from "../errors/usage-error.ts";
import type { GivenOptions } from "../options/option.ts";

/** The store that `--store` names, if it is given. */
export async function openStore({ store: file }: GivenOptions): Promise<SqliteStore | undefined> {
  if (file === undefined) return undefined;
  // SQLite would take it for a database that is gone when it is closed.
  if (file === "") throw new UsageError("--store must be a file, received nothing");
  const { createSqliteStore, StoreError } = await import("@earmark/sandbox/sqlite");
  try {
    return createSqliteStore(String(file));
  } catch (error) {
    throw error instanceof StoreError ? new UsageError(error.message) : error;
  }
}
