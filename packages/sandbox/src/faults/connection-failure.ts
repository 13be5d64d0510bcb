/**
 * A connection that ended before the whole response was there, in the words of Node's `fetch`. It is the `cause` of the
 * `TypeError` that `fetch` rejects with.
 */
class ConnectionFailure extends Error {
  override readonly name = "ConnectionFailure";
  readonly code: "ECONNRESET" | "UND_ERR_SOCKET";

  constructor(code: "ECONNRESET" | "UND_ERR_SOCKET", message: string) {
    super(message);
    this.code = code;
  }
}

/** No response at all: what `fetch` rejects with. */
export function connectionReset(): TypeError {
  return new TypeError("fetch failed", { cause: new ConnectionFailure("ECONNRESET", "read ECONNRESET") });
}

/** Half a response: what reading its body rejects with. */
export function connectionClosed(): TypeError {
  return new TypeError("terminated", { cause: new ConnectionFailure("UND_ERR_SOCKET", "other side closed") });
}

/** Whether an error is one of these, for which a server must break the connection. */
export function isConnectionFailure(error: unknown): boolean {
  return error instanceof TypeError && error.cause instanceof ConnectionFailure;
}
