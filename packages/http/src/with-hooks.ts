import type { CompleteResponse } from "./complete-response.ts";
import { type Hook, type Received, templateOf } from "./fetch.ts";

/** Functions that are called for each attempt of a call. None of them sees credentials. */
export interface Hooks {
  /**
   * Called before an attempt, which waits for it. Headers that it sets on the request are sent, and so is another
   * request that it returns: with credentials, if it goes to the origin of `baseUrl`, and else the call fails where it
   * needs them. Redirects are not followed. The call fails with what the hook throws, and is not repeated.
   */
  readonly onRequest?:
    | ((
        request: Request,
        context: HookContext,
        // biome-ignore lint/suspicious/noConfusingVoidType: it need not return anything.
      ) => Request | undefined | void | Promise<Request | undefined | void>)
    | undefined;
  /**
   * Called with each response, errors included: a copy, whose body is there to be read, and empty for `raw`, since a
   * stream has one reader.
   */
  readonly onResponse?: ((response: Response, context: HookContext) => unknown) | undefined;
  /** Called before an attempt that is not the first, with the response or the error of the one before. */
  readonly onRetry?: ((outcome: unknown, context: HookContext) => unknown) | undefined;
  /**
   * Called with what an attempt fails with, if not a response: a `NetworkError`, a `TimeoutError`, the reason of a
   * signal, a mistake, and what `onRequest` throws.
   */
  readonly onError?: ((error: unknown, context: HookContext) => unknown) | undefined;
  /**
   * Called with what `onResponse`, `onRetry` or `onError` throws, at once or later, which has no other effect.
   *
   * @default console.error
   */
  readonly onHookError?: ((error: unknown, context: HookContext) => unknown) | undefined;
}

/** What hooks are told about an attempt. */
export interface HookContext {
  /** The `operationId`; `undefined` where `raw` sends what the document does not have. */
  readonly operation: string | undefined;
  /** The path as the document spells it, such as `/v1/orders/{id}`. */
  readonly pathTemplate: string | undefined;
  /** 1 for the first. */
  readonly attempt: number;
}

/**
 * Calls functions before and after each attempt, for the option `hooks` of a client. `onRequest` may change what is sent;
 * the others observe: nothing waits for them, and nothing fails when they do.
 *
 * @example
 * const log = withHooks({ onResponse: ({ status }, { operation, attempt }) => console.log(operation, attempt, status) });
 * const orders = createOrdersClient({ token, hooks: [log] });
 */
export function withHooks({ onRequest, onResponse, onRetry, onError, ...rest }: Hooks): Hook {
  // biome-ignore lint/suspicious/noConsole: the documented default of an option that replaces it.
  const { onHookError = (error) => console.error(error) } = rest;
  return (fetch, operation, redact) => {
    let attempt = 0;
    let last: (() => unknown) | undefined;
    return async (request, init) => {
      const context = { operation: operation?.operationId, pathTemplate: templateOf(operation), attempt: ++attempt };
      const observe = <T>(hook: ((outcome: T, context: HookContext) => unknown) | undefined, outcome: () => T) => {
        if (!hook) return;
        const report = async (error: unknown) => onHookError(error, context);
        (async () => hook(outcome(), context))()
          .catch(report)
          .catch(() => {});
      };
      if (last) observe(onRetry, last);
      try {
        const response = await fetch(onRequest ? await prepare(request, onRequest, context) : request, init);
        const copy = () => copyOf(response, request.url, redact);
        last = copy;
        observe(onResponse, copy);
        return response;
      } catch (error) {
        last = () => error;
        observe(onError, last);
        throw error;
      }
    };
  };
}

/** The request that is sent after `onRequest`. The one that it was made of stays as it is. */
async function prepare(
  request: Request,
  onRequest: NonNullable<Hooks["onRequest"]>,
  context: HookContext,
): Promise<Request> {
  const given = request.clone();
  const sent = (await onRequest(given, context)) ?? given;
  if (sent !== given) {
    if (!sent.url) throw new TypeError("onRequest must return a Request or nothing.");
    // With credentials and bodies, a request goes to no other server; a stand-in for Request need not know of redirects.
    const isManual = sent.redirect === undefined || sent.redirect === "manual";
    return isManual ? sent : new Request(sent, { redirect: "manual" });
  }
  if (!given.bodyUsed) return given;
  // The hook has read the body of its copy; its headers count all the same.
  const whole = request.clone();
  for (const name of [...whole.headers.keys()]) whole.headers.delete(name);
  for (const [name, value] of given.headers) whole.headers.append(name, value);
  return whole;
}

/** A response as hooks see it, without credentials that the server repeats, or that are in its URL. */
function copyOf(received: Received, url: string, redact: (text: string) => string): Response {
  const { status, headers, content }: Received & Partial<Pick<CompleteResponse, "content">> = received;
  // What a browser makes of a redirect has no status, and no other response may be without one.
  const copy =
    status === 0
      ? Response.error()
      : new Response([204, 205, 304].includes(status) ? null : bodyOf(content, redact), {
          status,
          headers: Array.from(headers, ([name, value]): [string, string] => [name, redact(value)]),
        });
  return Object.defineProperty(copy, "url", { value: url });
}

/** The content of a response as a stream, for which nothing is done before it is read. */
function bodyOf(
  content: CompleteResponse["content"] | undefined,
  redact: (text: string) => string,
): ReadableStream | null {
  // Not every runtime has streams.
  if (content === undefined || content instanceof Error || !globalThis.ReadableStream) return null;
  const pull = async (controller: ReadableStreamDefaultController) => {
    const blob = new Blob([content].flat() as BlobPart[]); // before TypeScript 5.7, no type says that no memory is shared
    const text = await blob.text();
    const clean = redact(text);
    controller.enqueue(clean === text ? new Uint8Array(await blob.arrayBuffer()) : new TextEncoder().encode(clean));
    controller.close();
  };
  return new ReadableStream({ pull }, { highWaterMark: 0 });
}
