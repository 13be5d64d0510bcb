import createOpenapiFetch, { type Client, mergeHeaders } from "openapi-fetch";
import type { BodyCodec } from "./body-codec.ts";
import type { RequestClass } from "./client-options.ts";
import type { ClientDefinition, Wire } from "./definition.ts";
import { EncodeError } from "./encode-error.ts";
import type { Fetch, Received } from "./fetch.ts";
import { NetworkError } from "./network-error.ts";
import { serializePath } from "./path.ts";
import { RequestValidationError } from "./validation-error.ts";

export { mergeHeaders };

/** The typed openapi-fetch client: for those who want the `Response`. */
export type RawClient<Paths extends object> = Client<Paths>;

/** What of a call matters here; openapi-fetch's own type follows one path at a time. */
export interface Init<R extends Received = Response> {
  readonly params?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly body?: unknown;
  readonly headers?: RequestInit["headers"] | undefined;
  readonly fetch?: Fetch<R>;
  readonly [option: string]: unknown;
}

export type Send = <R extends Received = Response>(
  method: string,
  path: string,
  init?: Init<R>,
) => Promise<{ readonly response: R }>;

/**
 * An openapi-fetch client that knows the operations of the document: it writes paths, queries and bodies as they say,
 * whatever the headers look like, and follows no redirect.
 */
export function openOpenapiFetch(
  { operations, codecs, query }: ClientDefinition,
  baseUrl: string,
  fetch: Fetch,
  Request: RequestClass | undefined,
  wire: Wire | undefined,
  redact: (text: string) => string,
): { readonly request: Send } {
  const client = createOpenapiFetch<Record<string, never>>({
    baseUrl,
    fetch,
    // Called with a URL and an init, and nothing else; where there is none, openapi-fetch takes the global one.
    Request: Request as typeof globalThis.Request,
    pathSerializer: serializePath,
    headers: { accept: "application/json" },
  });
  const request: Send = async <R extends Received>(method: string, path: string, init: Init<R> = {}) => {
    const operation = Object.values(operations).find((one) => one.path === path && one.method === method.toUpperCase());
    const [mediaType = "", media = {}] = Object.entries(operation?.requestBody?.content ?? {})[0] ?? [];
    try {
      // Its types cannot follow a path that is known at run time only.
      return await (client.request as unknown as Send)<R>(method, path, {
        querySerializer: (values: Record<string, unknown>) => query?.(values, operation?.parameters ?? []) ?? "",
        // The generator sees to it that there is one for every body of the document.
        bodySerializer: (body: unknown) => (codecs[mediaType] as BodyCodec).encode(body, media),
        ...init,
        redirect: "manual",
        // Without any parameters, the braces of the template would be sent.
        params: { path: {}, ...init.params },
        headers: mergeHeaders(
          { accept: operation?.accept, "content-type": init.body === undefined ? undefined : mediaType },
          init.headers,
        ),
        ...wire?.write(operation, init, fetch),
      });
    } catch (error) {
      const target = { method, url: baseUrl + path };
      if (error instanceof EncodeError) throw new RequestValidationError(target, error.issues);
      // A body that is cut off after the headers: what Node's fetch throws then may quote bytes of the response.
      const { name, cause } = Object(error);
      throw name === "TypeError" && cause ? new NetworkError(target, error, redact) : error;
    }
  };
  const methods = Object.values(operations).map(({ method }) => [method, request.bind(undefined, method)]);
  return { ...client, ...Object.fromEntries(methods), request };
}
