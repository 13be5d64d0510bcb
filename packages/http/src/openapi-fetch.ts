import createOpenapiFetch, { type Client, createFinalURL, mergeHeaders } from "openapi-fetch";
import { checkArguments } from "./arguments.ts";
import type { RequestClass } from "./client-options.ts";
import type { Call, CallerCore, Init, OperationDefinition, RequestOptions } from "./definition.ts";
import { EncodeError } from "./encode-error.ts";
import type { Fetch } from "./fetch.ts";
import { NetworkError } from "./network-error.ts";
import type { Operation, Parameter } from "./operation.ts";
import { serializePath } from "./path.ts";
import { RequestValidationError } from "./validation-error.ts";

/** The typed openapi-fetch client, which returns the `Response`. */
export type RawClient<Paths extends object> = Client<Paths>;

/**
 * The request of a call.
 *
 * @throws {RequestValidationError} for arguments that break the document or cannot be written.
 */
export function writeRequest(
  call: Call,
  baseUrl: string,
  // Looked up at each call, as `fetch` is.
  Request: RequestClass = globalThis.Request,
): Request {
  const { operation, parameters, body: value, options } = call;
  const { method, path } = operation;
  try {
    const issues = checkArguments(operation, call);
    if (issues[0]) throw Object.assign(new EncodeError(), { issues });
    // Without a path, openapi-fetch would not fill in the template.
    const params: Record<string, Record<string, unknown>> = { path: {} };
    for (const { name, in: place } of operation.parameters) {
      params[place] = { ...params[place], [name]: parameters[name] };
    }
    const merge = (defaults: object, given: RequestInit["headers"]) =>
      new Headers({ ...defaults, ...Object.fromEntries(new Headers(given)) });
    const init = { params, headers: options.headers, body: value };
    const { bodySerializer, headers, ...rest } = optionsOf(operation, init, merge);
    const body = bodySerializer?.(value);
    return new Request(createFinalURL(path, { baseUrl, ...rest }), {
      method,
      // With credentials and bodies, a request goes to no other server.
      redirect: "manual",
      headers,
      ...(body !== undefined && { body }),
    });
  } catch (error) {
    throw refused(error, method, baseUrl + path);
  }
}

/**
 * How a request is written as its operation describes, in the options of openapi-fetch.
 *
 * @param merge what is given replaces a default.
 */
function optionsOf(
  operation: OperationDefinition,
  init: Init & Pick<RequestOptions, "params">,
  merge: (defaults: Record<string, string>, given: Init["headers"]) => Headers,
): RequestOptions {
  const { accept = "application/json", parameters, writeQuery, requestBody, wire } = operation;
  const [[mediaType, media] = []] = Object.entries(requestBody?.content ?? {});
  const hasBody = mediaType && init.body !== undefined;
  // The wire chooses the media type of a body itself.
  const headers = merge({ accept, ...(hasBody && !wire && { "content-type": mediaType }) }, init.headers);
  return {
    pathSerializer: serializePath,
    querySerializer: (values) => writeQuery?.(values, parameters) ?? "",
    ...(hasBody && media && { bodySerializer: (body) => media.codec.encode(body, media) }),
    params: init.params,
    headers,
    ...wire?.write(operation, { ...init, headers }),
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

/** What the document lacks: as much of a definition as the writing of a request asks for. */
const undocumented = { operationId: "an unknown operation", parameters: [] } as unknown as OperationDefinition;

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
    const described = operation ?? undocumented;
    try {
      const { params, headers, ...serializers } = optionsOf(
        described,
        { ...init, params: { path: {}, ...init.params } },
        mergeHeaders,
      );
      return await client.request(method.toLowerCase() as Lowercase<Operation["method"]>, path, {
        // Generated definitions have a codec for every body; here, that may lack which cannot be generated, too.
        bodySerializer: () => {
          throw new TypeError(`No codec for a body of ${described.operationId}.`);
        },
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
