/** The file of a store cannot be used. A request that needs it is answered with 500; later ones may succeed again. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code = "store";
  /** As it was given. */
  readonly file: string;

  constructor(file: string, reason: string, options?: ErrorOptions) {
    super(`The store ${file} ${reason}`, options);
    this.file = file;
  }
}

/** By the primary result code of SQLite: what is the matter, and what to do. */
const reasons: Readonly<Record<number, string>> = {
  5: "is locked by another process",
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
  const { errcode, message = cause }: Record<string, unknown> = Object(cause);
  // The lowest byte is the primary result code.
  const reason = typeof errcode === "number" ? reasons[errcode & 0xff] : undefined;
  return new StoreError(file, reason ?? `failed: ${message}`, { cause });
}
