import { callOperation } from "./call-operation.ts";
import type { ClientDefinition } from "./definition.ts";
import type { Fetch } from "./fetch.ts";
import { openOpenapiFetch } from "./openapi-fetch.ts";
import type { Operation } from "./operation.ts";
import { parseBaseUrl } from "./options/base-url.ts";
import type { ClientOptions } from "./options/client-options.ts";
import { pickCredentials } from "./options/credentials.ts";
import { redactor } from "./options/redactor.ts";
import { type Settings, toSettings } from "./options/settings.ts";
import { DraftRequest, draftOf } from "./request-draft.ts";
import { resilient } from "./resilient.ts";
import { type Runtime, realRuntime } from "./runtime.ts";
import { transport } from "./transport.ts";
import { withBasicAuth } from "./with-basic-auth.ts";

/**
 * Makes a client: one method per operation of the definition, and `raw`. Generated clients call this.
 *
 * arguments → request validator → body codec → openapi-fetch → deadline, retry, timeout, auth → status → response
 * validator → result or typed error
 *
 * @param runtime clock and chance, which only tests replace.
 */
export function createClient<Client>(
  definition: ClientDefinition,
  options: ClientOptions,
  runtime: Runtime = realRuntime,
): Client {
  const { origin, href } = parseBaseUrl(options.baseUrl ?? definition.baseUrl);
  const baseUrl = href.replace(/\/+$/, "");
  // The names of the credentials are data of the definition, which no type here can know.
  const credentials = pickCredentials(definition.credentials, options as Readonly<Record<string, unknown>>);
  const redact = redactor(credentials);
  const settings = toSettings(options);
  const { now } = runtime;

  const { fetch = (request) => globalThis.fetch(request) } = options;
  // A class of the caller's only ever gets URLs: drafts then come from nothing else.
  const Request = (options.Request ?? globalThis.Request) as typeof globalThis.Request;
  const secured = (next: Fetch) => (credentials ? withBasicAuth(next, { ...credentials, origin }) : next);
  const plain = transport(fetch, { Request, buffer: true });
  const buffered = secured(plain);
  const streaming = resilient(secured(transport(fetch, { Request, buffer: false })), settings, runtime);
  const send = (callSettings: Settings, { idempotent, security }: Operation) =>
    resilient(security[0] ? buffered : plain, callSettings, runtime, idempotent);

  const operations = Object.entries(definition.operations);
  const shared = { baseUrl, operations: Object.values(definition.operations), codecs: definition.codecs, redact, now };
  // A client of its own, so that middleware of the raw one cannot come between a method and its answer.
  const { request } = openOpenapiFetch({ ...shared, Request: DraftRequest, fetch: buffered });
  const raw = openOpenapiFetch({
    ...shared,
    Request,
    fetch: async (request) => streaming(await draftOf(request, options.Request ? request.url : request)),
  });
  const context = { definition, options, baseUrl, settings, redact, now, request, send };
  const methods = operations.map(([name, operation]) => [
    name,
    (...args: unknown[]) => callOperation(context, operation, args),
  ]);
  // The generated declaration says what the table of operations turns into.
  return { ...Object.fromEntries(methods), raw } as Client;
}
