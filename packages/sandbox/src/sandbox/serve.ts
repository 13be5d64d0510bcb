import { operationIdOf } from "../api/operation-id-of.ts";
import { applyOutcome } from "../faults/apply-outcome.ts";
import { isConnectionFailure } from "../faults/connection-failure.ts";
import type { FaultInjector } from "../faults/fault-injector.ts";
import { spoil } from "../faults/faulty-response.ts";
import type { Answer } from "../response/answer.ts";
import { failureAnswer, type OnError } from "../response/failure-answer.ts";
import { type Rendered, render, toResponse } from "../response/json-response.ts";
import { authenticate } from "../twilio/accounts.ts";
import { abortable } from "./abortable.ts";
import type { Api } from "./api.ts";
import { requestOf } from "./request-of.ts";
import { answerRequest } from "./respond.ts";
import type { Sleep } from "./sleep.ts";
import { createTraffic, type Traffic } from "./traffic.ts";

/** What differs between two runs that are asked the same. */
export interface Surroundings {
  readonly onError: OnError;
  readonly randomUUID: () => string;
  readonly sleep: Sleep;
  readonly planFaults: FaultInjector;
}

/** Answers like the global `fetch`. */
export type Serve = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

/**
 * Turns an API into a function that answers every request, whatever goes wrong. It rejects as `fetch` does: when the
 * signal aborts, and for a fault that leaves no answer.
 */
export function serve(api: Api, { onError, randomUUID, sleep, planFaults }: Surroundings): Serve {
  const enter = createTraffic();
  let count = 0;

  return async (input, init) => {
    const request = requestOf(input, init);
    const signal = init?.signal ?? request.signal;
    return abortable(signal, () => visit(request, signal));
  };

  async function visit(request: Request, signal: AbortSignal | undefined): Promise<Response> {
    const account = authenticate(request.headers.get("authorization"), api.accounts);
    const traffic = account === undefined ? undefined : enter(account);
    count += 1;
    try {
      const operation = () => operationIdOf(request, api.routes);
      const { concurrent = 0 } = traffic ?? {};
      const plan = await planFaults({ request, account, operation, concurrent, count });
      if (plan.latency > 0) await sleep(plan.latency, signal);
      // Whoever has gone during the wait gets nothing done any more.
      signal?.throwIfAborted();
      const answer = await applyOutcome(plan.outcome, () => answerRequest(request, api, account).catch(failed));
      return spoil(rendered(answer, traffic), request.method, plan.outcome?.body);
    } catch (error) {
      if (isConnectionFailure(error) || signal?.aborted) throw error;
      return toResponse(rendered(await failed(error), traffic), request.method);
    } finally {
      traffic?.leave();
    }
  }

  function failed(error: unknown): Promise<Answer> {
    return failureAnswer(error, onError);
  }

  function rendered(answer: Answer, traffic: Traffic | undefined): Rendered {
    const concurrent = traffic && { "twilio-concurrent-requests": String(traffic.concurrent) };
    return render({ ...answer, headers: { ...concurrent, ...answer.headers } }, randomUUID());
  }
}
