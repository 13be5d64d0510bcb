import createOpenapiFetch, { type Client, mergeHeaders } from "openapi-fetch";
import type { BodyCodec } from "./codecs/body-codec.ts";
import { EncodeError } from "./codecs/encode-error.ts";
import type { Target } from "./errors/http-error.ts";
import { NetworkError } from "./errors/network-error.ts";
import { notJson } from "./errors/not-json.ts";
import { RequestValidationError } from "./errors/request-validation-error.ts";
import { toApiError } from "./errors/to-api-error.ts";
import type { Fetch } from "./fetch.ts";
import type { MediaType, Operation } from "./operation.ts";
import { serializePath } from "./parameters/path.ts";
import { serializeQuery } from "./parameters/query.ts";

/** The typed openapi-fetch client: for those who want the `Response`. */
export type RawClient<Paths extends object> = Client<Paths>;

export interface OpenapiFetchOptions {
  readonly baseUrl: string;
  readonly operations: readonly Operation[];
  readonly codecs: Readonly<Record<string, BodyCodec>>;
  readonly fetch: Fetch;
  /** A class, or a function that can be called like one. It gets a URL and a `RequestInit`. */
  readonly Request: unknown;
  readonly redact: (text: string) => string;
  readonly now: () => number;
}

/** What of a call matters here; openapi-fetch's own type follows one path at a time. */
interface Init extends Omit<RequestInit, "body"> {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly fetch?: Fetch;
  readonly [option: string]: unknown;
}

interface Result {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

export type Send = (method: string, path: string, init?: Init) => Promise<Result>;

/** An openapi-fetch client that knows the operations of the document, without the surprises of the original. */
export function openOpenapiFetch(options: OpenapiFetchOptions): { readonly request: Send } {
  const { baseUrl, operations, codecs, fetch, redact, now } = options;
  const client = createOpenapiFetch<Record<string, never>>({
    baseUrl,
    fetch,
    Request: options.Request as typeof Request,
    redirect: "manual",
    headers: { accept: "application/json" },
  });
  // Its types cannot follow a path that is known at run time only.
  const send = client.request as unknown as Send;

  const request: Send = async (method, path, init = {}) => {
    const operation = operations.find(
      (candidate) => candidate.path === path && candidate.method === method.toUpperCase(),
    );
    const [mediaType, media] = Object.entries(operation?.requestBody?.content ?? {})[0] ?? [];
    let response: Response | undefined;
    try {
      const result = await send(method, path, {
        pathSerializer: serializePath,
        querySerializer: (query: Record<string, unknown>) => serializeQuery(query, operation?.parameters ?? []),
        ...(mediaType && media && { bodySerializer: serializer(codecs[mediaType], mediaType, media) }),
        ...init,
        // Without any parameters, the braces of the template would be sent.
        params: { path: {}, ...init.params },
        headers: mergeHeaders(init.body === undefined ? {} : { "content-type": mediaType }, init.headers),
        fetch: async (request) => {
          response = await (init.fetch ?? fetch)(request);
          return response;
        },
      });
      // It says `error: undefined` about a failure with an empty body, which reads like a success (#2530).
      return result.response.ok || result.error
        ? result
        : { ...result, error: toApiError(method, result.response, "", redact, now()) };
    } catch (error) {
      throw explain(error, { method, url: baseUrl + path }, response);
    }
  };
  const methods = operations.map(({ method }) => [method, (path: string, init?: Init) => request(method, path, init)]);
  return { ...client, ...Object.fromEntries(methods), request };
}

/** Always writes what the document says, whatever the content type looks like. */
function serializer(codec: BodyCodec | undefined, mediaType: string, media: MediaType): (body: unknown) => string {
  return (body) => {
    if (!codec) throw new TypeError(`No codec for ${mediaType}.`);
    return codec.encode(body, media);
  };
}

/** Gives a name to what openapi-fetch and codecs throw as it comes. */
function explain(error: unknown, target: Target, response: Response | undefined): unknown {
  if (error instanceof EncodeError) return new RequestValidationError(target, [error.issue]);
  if (response && error instanceof SyntaxError) return notJson(target.method, response);
  return response?.bodyUsed && error instanceof TypeError ? new NetworkError(target, error) : error;
}
