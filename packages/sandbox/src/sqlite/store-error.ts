/** The file of a store cannot be used. A request that needs it fails with 500, or 503 while it is locked. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  /** `store_locked`: another process has locked the file for longer than a request may wait. */
  readonly code: "store" | "store_locked";
  /** As it was given. */
  readonly file: string;

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`The store ${file} ${reason}`, options);
    this.file = file;
    this.code = isBusy(options?.cause) ? "store_locked" : "store";
  }
}

/** Whether a store gave up because of a lock. */
export function isLocked(error: unknown): boolean {
  return error instanceof StoreError && error.code === "store_locked";
}

const BUSY = 5;

/** Whether SQLite threw this because another connection holds a lock. */
export function isBusy(error: unknown): boolean {
  return primaryCode(error) === BUSY;
}

/** The lowest byte of a result code. */
function primaryCode(error: unknown): number | undefined {
  const { errcode } = Object(error);
  return typeof errcode === "number" ? errcode & 0xff : undefined;
}

/** What is wrong and what to do, by the primary result code of SQLite. */
const reasons: Readonly<Record<number, string>> = {
  [BUSY]: "is locked by another process",
  8: "is read-only",
  10: "could not be read or written: the disk failed, or a file has reached the size that it may have",
  11: "is damaged; restore it, or name another file",
  13: "cannot grow: the disk is full",
  14: "cannot be opened: its folder is not there, it may not be used, or it is a folder itself",
  26: "is not a database; name another file",
};

/** @see https://www.sqlite.org/rescode.html */
export function storeError(file: string, cause: unknown): StoreError {
  if (cause instanceof StoreError) return cause;
  // The error of JSON.parse quotes what it has read, which may be personal data.
  if (cause instanceof SyntaxError) return new StoreError(file, "holds an annotation that is not JSON");
  const { message = cause }: Record<string, unknown> = Object(cause);
  return new StoreError(file, reasons[primaryCode(cause) ?? 0] ?? `failed: ${message}`, { cause });
}
