// Apart from the main entry, which runs wherever there is a `fetch`.

export { StoreError } from "./sqlite/store-error.ts";
export { createSqliteStore, type SqliteStore } from "./twilio/sqlite-store.ts";
