import { isDeepStrictEqual } from "node:util";
import { createSandbox } from "@earmark/sandbox";
import type { SandboxFault } from "../../contract/contract.ts";
import type { WireResponse } from "../../coverage/exchange.ts";

/** The body of a response. */
export type Body = Readonly<Record<string, unknown>>;

/** A sandbox that spoils what is received of it. What is as it was does not count as spoilt. */
function spoiling(
  name: string,
  spoil: (received: Received, method: string) => Received | Promise<Received>,
): SandboxFault {
  return {
    name,
    plant: (onApplied) => (options) => {
      const { fetch } = createSandbox(options);
      return {
        fetch: async (input, init) => {
          const received = await receive(fetch(input, init));
          if (received.response === undefined) throw received.error;
          const method = init?.method ?? (input instanceof Request ? input.method : "GET");
          const spoilt = await spoil(received, method);
          if (!isDeepStrictEqual(spoilt, received)) onApplied();
          return replay(spoilt);
        },
      };
    },
  };
}

/** A sandbox that spoils every response. */
export function responding(
  name: string,
  spoil: (response: Response, method: string) => Response | Promise<Response>,
): SandboxFault {
  return spoiling(name, (received, method) => receive(Promise.resolve(spoil(replay(received), method))));
}

/** A sandbox that spoils what it says when all is well. */
export function telling(name: string, spoil: (body: Body) => object): SandboxFault {
  return spoiling(name, (received) => (Number(received.response?.status) < 400 ? withBody(received, spoil) : received));
}

/** A sandbox that spoils what it says when something is wrong. */
export function refusing(name: string, spoil: (body: Body) => object): SandboxFault {
  return spoiling(name, (received) => (Number(received.response?.status) < 400 ? received : withBody(received, spoil)));
}

/** A sandbox that spoils its statuses. */
export function withStatus(name: string, change: (status: number, method: string) => number): SandboxFault {
  return responding(name, ({ body, headers, status }, method) => {
    const changed = change(status, method);
    return new Response(body, { status: changed, headers });
  });
}

/** A sandbox that sends a header with another value, or without one. */
export function withHeader(name: string, header: string, value: string | undefined): SandboxFault {
  return responding(name, ({ body, headers, status }) => {
    const changed = new Headers(headers);
    changed.delete(header);
    if (value !== undefined) changed.set(header, value);
    return new Response(body, { status, headers: changed });
  });
}

/** The same with another value of a field. Where there is no such field, nothing changes: to add it would be another fault. */
export function withField(name: string, change: (value: unknown) => unknown): (body: Body) => Body {
  return (body) => (Object.hasOwn(body, name) ? { ...body, [name]: change(body[name]) } : body);
}

/** A response as it was received: it ends as that did, which may be before its end. Throws where there was none. */
function replay({ response, error }: Received): Response {
  if (response === undefined) throw error;
  const { status, headers, body } = response;
  if (error === undefined) return new Response(body === "" ? null : body, { status, headers });
  const parts = body === "" ? [] : [new TextEncoder().encode(body)];
  const brokenOff = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts.shift();
      if (part === undefined) controller.error(error);
      else controller.enqueue(part);
    },
  });
  return new Response(brokenOff, { status, headers });
}

/** What is no object of JSON cannot be spoilt as one: a body that breaks off, and that of the response to HEAD. */
function withBody(received: Received, spoil: (body: Body) => object): Received {
  const { response, error } = received;
  const body = objectOf(response?.body ?? "");
  if (response === undefined || error !== undefined || body === undefined) return received;
  const text = JSON.stringify(spoil(body));
  if (isDeepStrictEqual(JSON.parse(text), body)) return received;
  const headers = { ...response.headers, "content-length": String(Buffer.byteLength(text)) };
  return { response: { ...response, headers, body: text } };
}

function objectOf(text: string): Body | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? Object(value) : undefined;
  } catch {
    return undefined;
  }
}

/** What a caller of `fetch` gets: a response, a part of one, or none. */
interface Received {
  readonly response?: WireResponse;
  /** Why there is no response, or not all of it. */
  readonly error?: unknown;
}

/** Calls `fetch` and reads as much as there is. */
async function receive(fetched: Promise<Response>): Promise<Received> {
  const response = await fetched.catch((error: unknown) => ({ error }));
  if ("error" in response) return response;
  const { status, body } = response;
  const headers = Object.fromEntries(response.headers);
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const chunk of body ?? []) text += decoder.decode(chunk, { stream: true });
  } catch (error) {
    return { response: { status, headers, body: text }, error };
  }
  return { response: { status, headers, body: text } };
}
