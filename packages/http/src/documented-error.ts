import type { Issue } from "@earmark/validation";
import { issuesOf } from "@earmark/validation/runtime";
import type { ApiError } from "./api-error.ts";
import type { OperationDefinition } from "./definition.ts";
import { describedStatus } from "./response.ts";

/** An error whose body is what the document says of its status. */
export type DocumentedError<Bodies extends object, Status extends keyof Bodies> = ApiError & {
  readonly status: Status extends number ? Status : number;
  readonly body: Bodies[Status];
};

/**
 * Whether an error is one of an operation, with a body as the document describes it; with a second argument, only that of
 * a documented status, a range such as `"4XX"`, or `"default"`. A status that the document has by itself is not one of
 * its range, nor of the default.
 *
 * @typeParam Bodies of errors, by status.
 * @example
 * if (isGetOrderError(error, 404)) console.log(error.body.detail);
 */
export interface ErrorGuard<Bodies extends object> {
  <Status extends keyof Bodies>(error: unknown, status: Status): error is DocumentedError<Bodies, Status>;
  (error: unknown): error is { [Status in keyof Bodies]: DocumentedError<Bodies, Status> }[keyof Bodies];
}

type ErrorChecks = OperationDefinition["errors"];

/** On an error: what the document has for it. Under a symbol that is not enumerable, so that no log shows it. */
const DOCUMENTED: unique symbol = Symbol();

type Documented = readonly [checks: ErrorChecks, status: string];

/**
 * Holds the body of an error to the document. If it passes, the guard of the operation knows the error. Otherwise it is
 * reported and not thrown: the status is what the caller has to deal with.
 */
export function checkError(
  error: ApiError,
  checks: ErrorChecks = {},
  onIssues?: (issues: readonly Issue[]) => void,
): void {
  const { status, body } = error;
  const documented = describedStatus(checks, status) ?? "";
  const alternatives = checks[documented];
  if (!alternatives) return;
  const [first] = alternatives;
  if (!first || alternatives.some((check) => !issuesOf(check, body)[0])) {
    Object.defineProperty(error, DOCUMENTED, { value: [checks, documented] satisfies Documented });
    // Of a body that is larger than what is read, nothing is known.
  } else if (body !== undefined) {
    onIssues?.(issuesOf(first, body));
  }
}

export function isDocumented(error: unknown, checks: ErrorChecks, status: unknown): boolean {
  const [own, documented]: Documented | [] = Object(error)[DOCUMENTED] ?? [];
  return documented !== undefined && own === checks && (status === undefined || `${status}` === documented);
}
