/**
 * A request that is still being made up: a URL, a `RequestInit`, and what the real request will be made from. A plain
 * object costs next to nothing to copy, whereas every copy of a `Request` sends its body through one more stream.
 * Drafts are never changed.
 */
export interface RequestDraft extends Pick<Request, "url" | "method" | "headers" | "signal"> {
  readonly source: string | Request;
}

/** Where openapi-fetch expects the class `Request`: makes a draft instead. */
export function DraftRequest(url: string, init: RequestInit): Request {
  // Decorators and openapi-fetch are typed for requests, and use no more of them than drafts have.
  return { signal: new AbortController().signal, ...init, url, source: url } as unknown as Request;
}

/** A draft of a request of the raw client. Its body is read once, whatever number of attempts it takes. */
export async function draftOf(request: Request, source: string | Request): Promise<Request> {
  const { url, method, headers, signal, redirect } = request;
  // A light Request class has no arrayBuffer(); its body is what it was given.
  const body = /GET|HEAD/.test(method) ? undefined : ((await request.arrayBuffer?.()) ?? request.body);
  return { url, source, method, headers, signal, redirect, body } as unknown as Request;
}

/** A copy of a request or a draft with some of its fields replaced. */
export function amend(request: Request, init: RequestInit): Request {
  return "source" in request ? ({ ...request, ...init } as Request) : new Request(request, init);
}

/** The request itself, to be sent again; a draft is never used up. */
export function copyOf(request: Request): Request {
  return "source" in request ? request : request.clone();
}
