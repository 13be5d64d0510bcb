import type { Issue } from "@earmark/validation";

/** A value cannot be written on the wire. A client turns it into a {@link RequestValidationError}. */
export class EncodeError extends Error {
  override readonly name = "EncodeError";
  readonly code = "encode";
  readonly issue: Issue;

  constructor(path: Issue["path"], expected: string, value: unknown) {
    const message = `must be ${expected}`;
    super(`${path.join("/")} ${message}`);
    this.issue = { path, code: this.code, message, expected, value };
  }
}
