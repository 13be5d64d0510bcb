import createOpenapiFetch, { type Client, mergeHeaders } from "openapi-fetch";
import type { RequestClass } from "./client-options.ts";
import type { ClientDefinition, Init, Wire } from "./definition.ts";
import { EncodeError } from "./encode-error.ts";
import type { Fetch } from "./fetch.ts";
import { NetworkError } from "./network-error.ts";
import type { Operation, Parameter } from "./operation.ts";
import { serializePath } from "./path.ts";
import { RequestValidationError } from "./validation-error.ts";

export { mergeHeaders };

/** The typed openapi-fetch client, which returns the `Response`. */
export type RawClient<Paths extends object> = Client<Paths>;

/** Sends a request as its operation describes; by default, that of the method and the path. */
type Send = (
  method: string,
  path: string,
  init?: Init,
  operation?: Operation,
) => Promise<{ readonly response: Response }>;

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
  { operations, codecs, query }: ClientDefinition,
  baseUrl: string,
  fetch: Fetch,
  Request: RequestClass | undefined,
  wire: Wire | undefined,
  redact: (text: string) => string,
): { readonly request: Send } {
  const all = Object.values(operations);
  const client = createOpenapiFetch<AnyPath>({
    baseUrl,
    fetch,
    // Called with a URL and an init, and nothing else; where there is none, openapi-fetch takes the global one.
    Request: Request as typeof globalThis.Request,
    pathSerializer: serializePath,
    headers: { accept: "application/json" },
  });
  const request: Send = async (
    method,
    path,
    init = {},
    operation = all.find((one) => one.path === path && one.method === method.toUpperCase()),
  ) => {
    const [mediaType = "", media = {}] = Object.entries(operation?.requestBody?.content ?? {})[0] ?? [];
    try {
      return await client.request(method.toLowerCase() as Lowercase<Operation["method"]>, path, {
        querySerializer: (values: Record<string, unknown>) => query?.(values, operation?.parameters ?? []) ?? "",
        // Generated definitions have one for every body of the document.
        bodySerializer: (body: unknown) => {
          const codec = codecs[mediaType];
          if (!codec) throw new TypeError(`No codec for ${mediaType}.`);
          return codec.encode(body, media);
        },
        ...init,
        redirect: "manual",
        // Without it, openapi-fetch would not fill in the template.
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
      // A body that is cut off after the headers: the error of Node's fetch may quote bytes of the response.
      const { name, cause } = Object(error);
      throw name === "TypeError" && cause ? new NetworkError(target, error, redact) : error;
    }
  };
  const methods = all.map(({ method }) => [method, request.bind(undefined, method)]);
  return { ...client, ...Object.fromEntries(methods), request };
}
