import { createSandbox } from "@earmark/sandbox";
import type { SandboxFault } from "./fault.ts";

/** The body of an answer. */
export type Body = Readonly<Record<string, unknown>>;

/** A sandbox that spoils every answer. */
export function answering(
  name: string,
  spoil: (response: Response, request: Request) => Response | Promise<Response>,
): SandboxFault {
  return {
    name,
    make: (options) => {
      const { fetch } = createSandbox(options);
      return {
        fetch: async (...args) => {
          const request = new Request(...args);
          return spoil(await fetch(request), request);
        },
      };
    },
  };
}

/** A sandbox that spoils what it says when all is well. */
export function telling(name: string, spoil: (body: Body) => object): SandboxFault {
  return answering(name, (response) => (response.status < 400 ? withBody(response, spoil) : response));
}

/** A sandbox that spoils what it says when something is wrong. */
export function refusing(name: string, spoil: (body: Body) => object): SandboxFault {
  return answering(name, (response) => (response.status < 400 ? response : withBody(response, spoil)));
}

/** A sandbox that spoils its statuses. */
export function withStatus(name: string, change: (status: number, method: string) => number): SandboxFault {
  return answering(name, ({ body, headers, status }, { method }) => {
    const changed = change(status, method);
    return new Response(body, { status: changed, headers });
  });
}

/** A sandbox that sends a header with another value, or without one. */
export function withHeader(name: string, header: string, value: string | undefined): SandboxFault {
  return answering(name, ({ body, headers, status }) => {
    const changed = new Headers(headers);
    changed.delete(header);
    if (value !== undefined) changed.set(header, value);
    return new Response(body, { status, headers: changed });
  });
}

/** The answer to HEAD has no body that could be spoiled. */
async function withBody(response: Response, spoil: (body: Body) => object): Promise<Response> {
  if (response.body === null) return response;
  const text = JSON.stringify(spoil(Object(await response.json())));
  const headers = new Headers(response.headers);
  headers.set("content-length", String(Buffer.byteLength(text)));
  return new Response(text, { status: response.status, headers });
}
