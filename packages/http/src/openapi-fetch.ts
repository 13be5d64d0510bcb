import createOpenapiFetch, { type Client, createFinalURL, type HeadersOptions, mergeHeaders } from "openapi-fetch";
import type { RequestClass } from "./client-options.ts";
import type { CallerCore, Init, OperationDefinition, RequestOptions } from "./definition.ts";
import { EncodeError } from "./encode-error.ts";
import type { Fetch } from "./fetch.ts";
import { NetworkError } from "./network-error.ts";
import type { Operation, Parameter } from "./operation.ts";
import { serializePath } from "./path.ts";
import { RequestValidationError } from "./validation-error.ts";

export { mergeHeaders };

/** The typed openapi-fetch client, which returns the `Response`. */
export type RawClient<Paths extends object> = Client<Paths>;

/**
 * The request of a call.
 *
 * @throws {RequestValidationError} for a value that cannot be written.
 */
export function writeRequest(
  operation: OperationDefinition,
  init: Init,
  baseUrl: string,
  // Looked up at each call, as `fetch` is.
  Request: RequestClass = globalThis.Request,
): Request {
  const { method, path } = operation;
  try {
    const { bodySerializer, headers, ...rest } = optionsOf(operation, init);
    const body = init.body === undefined ? undefined : bodySerializer(init.body);
    return new Request(createFinalURL(path, { baseUrl, ...rest }), {
      method,
      // With credentials and bodies, a request goes to no other server.
      redirect: "manual",
      // Those of parameters were written by a codec, as strings.
      headers: mergeHeaders(headers, rest.params.header as HeadersOptions),
      ...(body !== undefined && { body }),
    });
  } catch (error) {
    throw refused(error, method, baseUrl + path);
  }
}

/** How a request is written as its operation describes, in the options of openapi-fetch. */
function optionsOf(operation: OperationDefinition | undefined, init: Init): RequestOptions {
  const [mediaType, media] = Object.entries(operation?.requestBody?.content ?? {})[0] ?? [];
  return {
    pathSerializer: serializePath,
    querySerializer: (values) => operation?.writeQuery?.(values, operation.parameters) ?? "",
    // Generated definitions have one for every body; `raw` calls what the document lacks, or what cannot be generated, too.
    bodySerializer: (body) => {
      if (!media) throw new TypeError(`No codec for a body of ${operation?.operationId ?? "an unknown operation"}.`);
      return media.codec.encode(body, media);
    },
    // Without it, openapi-fetch would not fill in the template.
    params: { path: {}, ...init.params },
    headers: mergeHeaders(
      {
        accept: operation?.accept ?? "application/json",
        "content-type": init.body === undefined ? undefined : mediaType,
      },
      init.headers,
    ),
    ...(operation?.wire ? operation.wire.write(operation, init) : {}),
  };
}

function refused(error: unknown, method: string, url: string): unknown {
  return error instanceof EncodeError ? new RequestValidationError({ method, url }, error.issues) : error;
}

/** Any path and method, for which openapi-fetch would have a type each. */
type AnyPath = Record<
  string,
  Record<
    Lowercase<Operation["method"]>,
    {
      parameters: Partial<Record<Parameter["in"], Record<string, unknown>>>;
      requestBody?: { content: Record<`${string}/${string}`, unknown> };
      responses: Record<number, never>;
    }
  >
>;

/**
 * An openapi-fetch client that writes paths, queries and bodies as the operations describe, with any headers,
 * and follows no redirect.
 */
export function openOpenapiFetch(
  { baseUrl, fetch, redact, Request }: CallerCore,
  operations: readonly OperationDefinition[],
): { readonly request: unknown } {
  const client = createOpenapiFetch<AnyPath>({
    baseUrl,
    // Called with a URL and an init, and nothing else; where there is none, openapi-fetch takes the global one.
    Request: Request as typeof globalThis.Request,
  });
  const request = async (method: string, path: string, init: Init & { readonly fetch?: Fetch } = {}) => {
    const operation = operations.find((one) => one.path === path && one.method === method.toUpperCase());
    try {
      const { params, headers, ...serializers } = optionsOf(operation, init);
      return await client.request(method.toLowerCase() as Lowercase<Operation["method"]>, path, {
        ...serializers,
        ...init,
        params,
        headers,
        redirect: "manual",
        fetch: fetch(operation, init.fetch),
      });
    } catch (error) {
      // A body that is cut off after the headers: the error of Node's fetch may quote bytes of the response.
      const { name, cause } = Object(error);
      if (name === "TypeError" && cause) throw new NetworkError({ method, url: baseUrl + path }, error, redact);
      throw refused(error, method, baseUrl + path);
    }
  };
  const methods = operations.map(({ method }) => [method, request.bind(undefined, method)]);
  return { ...client, ...Object.fromEntries(methods), request };
}
