import { isLocked } from "../sqlite/store-error.ts";
import type { Answer } from "./answer.ts";
import { Refusal } from "./refusal.ts";
import { internalError, storeLocked } from "./refusals.ts";

/** Told about bugs: of the sandbox, its store, an answer that breaks the document. Refused requests are none. */
export type OnError = (error: unknown) => unknown;

/** What to answer after a throw. Anything but a refusal is reported, and its sender learns no details. */
export async function failureAnswer(error: unknown, onError: OnError): Promise<Answer> {
  if (error instanceof Refusal) return error.toAnswer();
  try {
    await onError(error);
  } catch {
    // A reporter that fails must not change the answer, and there is nobody left to tell.
  }
  return (isLocked(error) ? storeLocked() : internalError()).toAnswer();
}
