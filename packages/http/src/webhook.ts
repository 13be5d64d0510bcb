import { requireInterface } from "@earmark/validation/runtime";
import type { WebhookDefinition, WebhookHandler, WebhookOptions } from "./webhook-definition.ts";
import { peekBody, readBytes, readRequest } from "./webhook-request.ts";
import { Refusal, toResponse } from "./webhook-response.ts";

export type { WebhookCall, WebhookOptions, WebhookReply } from "./webhook-definition.ts";

/**
 * Makes a function that receives the webhooks of a document, as `fetch` handlers of servers do. Generated handlers call
 * this. It never rejects.
 *
 * size (413) → signature (401) → webhook (404) → method (405) → handler (501) → media type (415) → validators (400) →
 * handler (500) → validator of the response
 *
 * @throws {TypeError} when an option is wrong, or the handler was generated for another version of this interface.
 */
export function receiveWebhooks(
  definition: WebhookDefinition,
  options: WebhookOptions,
): (request: Request) => Promise<Response> {
  requireInterface(definition.interface, "The handler of webhooks", "@earmark/http");
  const { webhooks, received, sent } = definition;
  const handlers = checkedHandlers(options.handlers, Object.keys(webhooks));
  const {
    verify,
    maxBodyBytes = 2 ** 20,
    // biome-ignore lint/suspicious/noConsole: the documented default of an option that replaces it.
    onError = (error) => console.error(error),
  } = options;
  if (!(maxBodyBytes >= 0)) throw new TypeError(`maxBodyBytes must be a number of bytes, received ${maxBodyBytes}.`);
  const keyOf = options.keyOf ?? ((request) => keyOfPath(new URL(request.url).pathname, webhooks));

  const report = (error: unknown, request: Request): void => {
    // The sender gets its response although the listener fails, at once or later.
    (async () => onError(error, request))().catch(() => {});
  };
  const respond = async (request: Request): Promise<Response> => {
    const bytes = await readBytes(request, maxBodyBytes);
    const isVerified = async (): Promise<boolean> => verify === undefined || (await verify(bytes, request)) === true;
    const verified = await isVerified().catch((error: unknown) => report(error, request));
    if (verified !== true) throw new Refusal(401, "The signature is wrong.", { "www-authenticate": "Signature" });
    const name = await keyOf(request, options.keyOf && peekBody(bytes, request.headers));
    const key = keyWithMethod(name, request.method, webhooks);
    const [webhook, handler] = [webhooks[key], handlers.get(key)];
    if (webhook === undefined || handler === undefined) throw new Refusal(501, `There is no handler for ${key}.`);
    const { parameters, body } = await readRequest(webhook, request, bytes, received);
    // The validators that have passed are generated from the document, as are the types of the handler.
    const returned = await handler({ parameters, body, request } as Parameters<WebhookHandler>[0]);
    return toResponse(webhook, returned, request.url, sent);
  };
  return async (request) => {
    try {
      return await respond(request);
    } catch (error) {
      if (error instanceof Refusal) return error.toResponse();
      report(error, request);
      return new Refusal(500, "The request could not be handled.").toResponse();
    }
  };
}

function checkedHandlers(
  handlers: WebhookOptions["handlers"],
  keys: readonly string[],
): ReadonlyMap<string, WebhookHandler> {
  const checked = new Map<string, WebhookHandler>();
  for (const [key, handler] of Object.entries(handlers)) {
    if (!keys.includes(key)) throw new TypeError(`handlers.${key}: no such webhook; there are ${listed(keys)}.`);
    if (handler === undefined) continue;
    if (typeof handler !== "function") throw new TypeError(`handlers.${key} must be a function.`);
    checked.set(key, handler);
  }
  return checked;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 10);
  return [...shown, ...(names.length > shown.length ? [`${names.length - shown.length} more`] : [])].join(", ");
}

type Webhooks = WebhookDefinition["webhooks"];

/**
 * The key in which a path ends, the longest if there are several; or that of the only webhook.
 *
 * @throws {Refusal} 404
 */
function keyOfPath(pathname: string, webhooks: Webhooks): string {
  const names = Object.keys(webhooks).filter((key) => !isOfSameName(key, webhooks));
  const path = segmentsOf(pathname).map(unescaped);
  // By segments: a slash that is escaped separates none.
  const isEnd = (segments: readonly string[]): boolean =>
    segments.length > 0 && segments.every((segment, index) => segment === path[path.length - segments.length + index]);
  const [found = names.length === 1 ? names[0] : undefined] = Object.keys(webhooks)
    .filter((key) => isEnd(segmentsOf(key)))
    .sort((a, b) => b.length - a.length);
  if (found === undefined)
    throw new Refusal(404, `No webhook goes by this path: it must end in one of ${listed(names)}.`);
  return found;
}

/** Whether a key is one of several methods that a webhook has, behind its name. */
function isOfSameName(key: string, webhooks: Webhooks): boolean {
  const suffix = `/${webhooks[key]?.method.toLowerCase()}`;
  return key.endsWith(suffix) && Object.hasOwn(webhooks, key.slice(0, -suffix.length));
}

function segmentsOf(path: string): readonly string[] {
  return path.split("/").filter((segment) => segment !== "");
}

function unescaped(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * The key of a webhook of this name and method.
 *
 * @throws {Refusal} 501 where no webhook has this name, 405 where none has this method
 */
function keyWithMethod(name: string | undefined, method: string, webhooks: Webhooks): string {
  if (name === undefined || !Object.hasOwn(webhooks, name)) throw new Refusal(501, "There is no such webhook.");
  const keys = Object.keys(webhooks).filter(
    (key) => key === name || (key.startsWith(`${name}/`) && isOfSameName(key, webhooks)),
  );
  const key = keys.find((one) => webhooks[one]?.method === method);
  if (key !== undefined) return key;
  const allow = [...new Set(keys.map((one) => webhooks[one]?.method))].join(", ");
  throw new Refusal(405, `${name} is sent by ${allow}.`, { allow });
}
