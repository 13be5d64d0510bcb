// Apart from the main entry, which runs wherever there is a `fetch`.
export { createSqliteStore, type SqliteStore } from "./sqlite/create-sqlite-store.ts";
export { StoreError } from "./sqlite/store-error.ts";
