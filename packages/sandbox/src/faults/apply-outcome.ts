import type { Answer } from "../response/answer.ts";
import { faulty } from "../response/refusals.ts";
import { connectionReset } from "./connection-failure.ts";
import type { FaultOutcome } from "./fault-plan.ts";

/**
 * The answer that a fault leaves of the real one, its body aside.
 *
 * @param process does what was asked for; called at most once, and not at all when the request is to have no effect.
 * @throws {TypeError} when the connection is to be reset
 */
export async function applyOutcome(outcome: FaultOutcome | undefined, process: () => Promise<Answer>): Promise<Answer> {
  if (outcome === undefined) return process();
  const { status, code, retryAfter, reset, processed = false, json } = outcome;
  if (reset) {
    if (processed) await process();
    throw connectionReset();
  }
  if (status !== undefined && processed) await process();
  const answer = status === undefined ? await process() : faulty(status, code, retryAfter).toAnswer();
  // What has no body, such as 204, cannot be given one.
  return json === undefined || answer.body === undefined ? answer : { ...answer, body: json };
}
