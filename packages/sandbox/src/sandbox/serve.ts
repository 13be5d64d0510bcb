import { operationIdOf } from "../api/routes.ts";
import { isConnectionFailure } from "../faults/connection-failure.ts";
import type { FaultInjector } from "../faults/fault-injector.ts";
import { applyOutcome, withFaultyBody } from "../faults/faulty-response.ts";
import { type JsonResponse, type SerializedResponse, serialize, toResponse } from "../response/json-response.ts";
import { failureResponse, type OnError } from "../response/refusals.ts";
import { type RespondContext, respond } from "./respond.ts";

/** The account that a header `Authorization` stands for; `undefined` when it is refused. */
export type Authenticate = (authorization: string | null) => string | undefined;

/** What serving requests needs. */
export interface ServeContext extends RespondContext {
  readonly authenticate: Authenticate;
  readonly onError: OnError;
  readonly randomUUID: () => string;
  readonly sleep: Sleep;
  readonly planFaults: FaultInjector;
}

/** Resolves after so many milliseconds, or as soon as the signal aborts. */
export type Sleep = (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;

/** The signature of the global `fetch`. */
export type SandboxFetch = (input: Request | URL | string, init?: RequestInit) => Promise<Response>;

/**
 * Makes a `fetch` that responds to every request, also after a bug. It rejects as the global one does: when the signal
 * aborts, and for a fault that breaks the connection.
 */
export function serve(context: ServeContext): SandboxFetch {
  const { authenticate, onError, randomUUID, sleep, planFaults } = context;
  const countRequest = createRequestCounter();
  let count = 0;

  return async (input, init) => {
    const request = requestOf(input, init);
    const signal = init?.signal ?? request.signal;
    return abortable(signal, () => handle(request, signal));
  };

  async function handle(request: Request, signal: AbortSignal | undefined): Promise<Response> {
    const account = authenticate(request.headers.get("authorization"));
    const counted = account === undefined ? undefined : countRequest(account);
    count += 1;
    try {
      const operation = () => operationIdOf(request, context.routes);
      const { concurrent = 0 } = counted ?? {};
      const plan = await planFaults({ request, account, operation, concurrent, count });
      if (plan.latency > 0) await sleep(plan.latency, signal);
      // A request that was aborted during the wait must have no effect.
      signal?.throwIfAborted();
      const response = await applyOutcome(plan.outcome, () => respond(request, context, account).catch(failed));
      return withFaultyBody(serialized(response, counted), request.method, plan.outcome?.body);
    } catch (error) {
      if (isConnectionFailure(error) || signal?.aborted) throw error;
      return toResponse(serialized(await failed(error), counted), request.method);
    } finally {
      counted?.leave();
    }
  }

  function failed(error: unknown): Promise<JsonResponse> {
    return failureResponse(error, onError);
  }

  function serialized(response: JsonResponse, counted: CountedRequest | undefined): SerializedResponse {
    const concurrent = counted && { "twilio-concurrent-requests": String(counted.concurrent) };
    return serialize({ ...response, headers: { ...concurrent, ...response.headers } }, randomUUID());
  }
}

/**
 * The request that `fetch` is called with. A complete one, with at most a signal beside it, is not copied: a copy costs
 * more than the response, and it need not be an instance of this runtime's `Request`.
 */
function requestOf(input: Request | URL | string, init: RequestInit = {}): Request {
  const isRequest = typeof input === "object" && "headers" in input;
  const isComplete = Object.keys(init).every((name) => name === "signal");
  return isRequest && isComplete ? input : new Request(input, init);
}

/** Runs `act`, or rejects with the reason of the signal as soon as it aborts, as `fetch` does. */
async function abortable<T>(signal: AbortSignal | undefined, act: () => Promise<T>): Promise<T> {
  if (signal === undefined) return act();
  signal.throwIfAborted();
  let abort = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
  });
  try {
    return await Promise.race([act(), aborted]);
  } finally {
    signal.removeEventListener("abort", abort);
  }
}

/** A request in progress. */
interface CountedRequest {
  /** How many requests of its account are in progress, this one included. */
  readonly concurrent: number;
  /** Must be called once, at the end of the request. */
  leave(): void;
}

/** Counts the requests in progress by account. An account without any takes no memory. */
function createRequestCounter(): (account: string) => CountedRequest {
  const counts = new Map<string, number>();
  return (account) => {
    const concurrent = (counts.get(account) ?? 0) + 1;
    counts.set(account, concurrent);
    return {
      concurrent,
      leave() {
        const rest = (counts.get(account) ?? 1) - 1;
        if (rest === 0) counts.delete(account);
        else counts.set(account, rest);
      },
    };
  };
}

/** Uses the global timers, looked up at each call so that fake ones work. */
export const sleep: Sleep = (milliseconds, signal) =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    if (signal?.aborted) done();
    else signal?.addEventListener("abort", done);
  });
