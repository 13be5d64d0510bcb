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
  /** By account; one without requests in progress takes no memory. */
  const inProgress = new Map<string, number>();
  let count = 0;

  return async (input, init) => {
    const request = requestOf(input, init);
    const signal = init?.signal ?? request.signal;
    return abortable(signal, () => handle(request, signal));
  };

  async function handle(request: Request, signal: AbortSignal | undefined): Promise<Response> {
    const account = authenticate(request.headers.get("authorization"));
    const concurrent = add(account, 1);
    count += 1;
    try {
      const operation = () => operationIdOf(request, context.routes);
      const plan = await planFaults({ request, account, operation, concurrent, count });
      if (plan.latency > 0) await sleep(plan.latency, signal);
      // A request that was aborted during the wait must have no effect.
      signal?.throwIfAborted();
      const response = await applyOutcome(plan.outcome, () => respond(request, context, account).catch(failed));
      return withFaultyBody(serialized(response, concurrent), request.method, plan.outcome?.body);
    } catch (error) {
      if (isConnectionFailure(error) || signal?.aborted) throw error;
      return toResponse(serialized(await failed(error), concurrent), request.method);
    } finally {
      add(account, -1);
    }
  }

  /** Counts a request in or out; returns how many of its account are in progress, 0 without an account. */
  function add(account: string | undefined, difference: 1 | -1): number {
    if (account === undefined) return 0;
    const rest = (inProgress.get(account) ?? 0) + difference;
    if (rest === 0) inProgress.delete(account);
    else inProgress.set(account, rest);
    return rest;
  }

  function failed(error: unknown): Promise<JsonResponse> {
    return failureResponse(error, onError);
  }

  function serialized(response: JsonResponse, concurrent: number): SerializedResponse {
    const counted = concurrent > 0 && { "twilio-concurrent-requests": String(concurrent) };
    return serialize({ ...response, headers: { ...counted, ...response.headers } }, randomUUID());
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
