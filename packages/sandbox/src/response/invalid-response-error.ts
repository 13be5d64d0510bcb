import type { Issue } from "@earmark/validation";

/**
 * A handler's response differs from the document: a bug of the sandbox or of its store. The message names paths
 * and keywords only, and `issues` is not enumerable: their values may be personal data, and errors end up in logs.
 */
export class InvalidResponseError extends Error {
  override readonly name = "InvalidResponseError";
  readonly code = "invalid_response";
  readonly operationId: string;
  readonly status: number;
  declare readonly issues: readonly Issue[];

  constructor(operationId: string, status: number, issues: readonly Issue[]) {
    const list = issues.map(({ path, code }) => `${path.join("/") || "body"} (${code})`);
    super(`The ${status} response of ${operationId} differs from the document: ${list.join("; ")}.`);
    this.operationId = operationId;
    this.status = status;
    Object.defineProperty(this, "issues", { value: issues });
  }
}
