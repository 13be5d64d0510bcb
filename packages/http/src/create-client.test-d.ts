import type { CallOptions, ClientOptions, RequestClass } from "./client-options.ts";
import type { Fetch, Hook } from "./fetch.ts";
import {
  apiKeyAuth,
  basicAuth,
  bearerAuth,
  binaryCodec,
  fullWire,
  multipartCodec,
  type Parameter,
  type Secret,
  serializeHeaders,
  serializeStyledPath,
  serializeStyledQuery,
  textCodec,
  withHooks,
} from "./index.ts";
import { type ClientParts, clientOf } from "./testing/client-parts.ts";
import { definition, type TestClient } from "./testing/definition.ts";

type Options = ClientOptions & ({ accountSid: string; authToken: string } | { apiKey: string; apiSecret: string });

const options: Options = { accountSid: "AC", authToken: "t" };
const client = clientOf<TestClient>(definition, options);

client.fetchAnnotation({ CallSid: "CA" }) satisfies Promise<{ call_sid: string }>;
client.updateAnnotation({ CallSid: "CA" }, {}, { signal: new AbortController().signal, retry: false });

// @ts-expect-error an unknown option
clientOf<TestClient>(definition, { timeOut: 1 });
// @ts-expect-error text instead of a number
clientOf<TestClient>(definition, { timeout: "1" });
// @ts-expect-error not one of the modes
clientOf<TestClient>(definition, { responseValidation: "ignore" });
// @ts-expect-error an unknown option of a call
client.fetchAnnotation({ CallSid: "CA" }, { attempts: 2 });
// @ts-expect-error a definition without its checks
clientOf<TestClient>({ ...definition, requests: undefined }, options);

// Environment variables may be undefined: exactOptionalPropertyTypes is no reason for ceremony.
({ timeout: undefined, retry: undefined, baseUrl: undefined, fetch: undefined }) satisfies ClientOptions;
globalThis.Request satisfies RequestClass;
globalThis.fetch satisfies Fetch;
(async (request: Request) => new Response(request.body)) satisfies Fetch;
// @ts-expect-error a fetch is given a Request, and need not know what to do with text
(async (request: string) => new Response(request)) satisfies Fetch;
// @ts-expect-error a check must say whether the value matches
clientOf<TestClient>({ ...definition, requests: { CallSid: () => undefined } }, options);

async function raw(): Promise<void> {
  const { data, error, response } = await client.raw.GET("/v1/Voice/{CallSid}/Annotation", {
    params: { path: { CallSid: "CA" } },
  });
  data?.call_sid satisfies string | undefined;
  error?.code satisfies number | undefined;
  response satisfies Response;
  // @ts-expect-error an unknown path
  await client.raw.GET("/v1/Voice", {});
  // @ts-expect-error a missing parameter
  await client.raw.GET("/v1/Voice/{CallSid}/Annotation", {});
}
void raw;

// Which media types a call may choose is said by its operation; most have no choice.
({ contentType: "text/plain" }) satisfies CallOptions<"application/json" | "text/plain">;
({ contentType: "image/png" }) satisfies CallOptions<`image/${string}`>;
({ signal: new AbortController().signal }) satisfies CallOptions;
// @ts-expect-error an operation with one media type leaves nothing to choose
({ contentType: "text/plain" }) satisfies CallOptions;
// @ts-expect-error not one of the operation's media types
({ contentType: "text/html" }) satisfies CallOptions<"application/json" | "text/plain">;

({
  ...definition,
  writePath: serializeStyledPath,
  writeQuery: serializeStyledQuery,
  writeHeaders: serializeHeaders,
  wire: fullWire,
  auth: [
    bearerAuth("token"),
    apiKeyAuth("apiKey", "query", "key", "ApiKey"),
    basicAuth([["user", "password"]], "Basic"),
  ],
  codecs: { "multipart/form-data": multipartCodec, "text/*": textCodec, "*/*": binaryCodec },
  credentials: [],
}) satisfies ClientParts;
// @ts-expect-error an API key is in no other place
apiKeyAuth("apiKey", "body", "key");
// @ts-expect-error not a style of the specification
({ name: "a", in: "query", schema: "A", style: "csv" }) satisfies Parameter;
(async () => "token") satisfies Secret;
// @ts-expect-error a token is text
(() => 1) satisfies Secret;

withHooks({ onRequest: ({ url }) => new Request(url), onResponse: async (response) => response.json() }) satisfies Hook;
withHooks({ onRequest: async ({ headers }) => headers.set("x-a", "b") }) satisfies Hook;
withHooks({ onRetry: (_, { operation, pathTemplate, attempt }) => `${operation} ${pathTemplate} ${attempt * 2}` });
((fetch) => (request, init) => fetch(request, init)) satisfies Hook;
// @ts-expect-error what is sent is a request
withHooks({ onRequest: () => "https://api.example.com" });
// @ts-expect-error there is no such hook
withHooks({ onRespond: () => {} });
// @ts-expect-error a hook gets what it is made for, and no more
((fetch) => (request, init) => fetch(request, init, 1)) satisfies Hook;
