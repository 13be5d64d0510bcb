import { createSandbox } from "@earmark/sandbox";
import { FORM } from "../../document/form-body.ts";
import { buffered } from "../../targets/buffered.ts";
import { decodePart, fromPairs, type Pair, toPairs } from "../../violations/pairs.ts";
import type { SandboxFault } from "./fault.ts";

/** A sandbox that takes a request for another one. */
function asking(name: string, spoil: (request: Request) => Request | Promise<Request>): SandboxFault {
  return {
    name,
    make: (options) => {
      const { fetch } = createSandbox(options);
      return { fetch: async (...args) => fetch(await spoil(new Request(...args))) };
    },
  };
}

/** A sandbox that takes a form for another one. */
export function readingForms(name: string, spoil: (pairs: readonly Pair[]) => readonly Pair[]): SandboxFault {
  return asking(name, async (request) => {
    if (!request.headers.get("content-type")?.startsWith(FORM)) return request;
    const { text, again } = await buffered(request);
    const pairs = toPairs(text);
    const spoiled = fromPairs(spoil(pairs));
    return spoiled === fromPairs(pairs) ? again() : new Request(again(), { body: spoiled });
  });
}

/** A sandbox that takes values of forms for other ones, as they are on the wire. */
export function readingValues(name: string, spoil: (value: string) => string): SandboxFault {
  return readingForms(name, (pairs) => pairs.map(([key, value]) => [key, spoil(value)]));
}

/** A sandbox that takes one field for another one, once it is decoded. */
export function readingField(field: string, name: string, spoil: (text: string) => string): SandboxFault {
  const respelled = (value: string): string => {
    const text = decodePart(value);
    const spoiled = text === undefined ? text : spoil(text);
    return spoiled === undefined || spoiled === text ? value : encodeURIComponent(spoiled);
  };
  return readingForms(name, (pairs) => pairs.map(([key, value]) => [key, key === field ? respelled(value) : value]));
}

/** A sandbox that takes a path for another one. */
export function readingPaths(name: string, spoil: (path: string) => string): SandboxFault {
  return asking(name, (request) => {
    const { origin } = new URL(request.url);
    return new Request(origin + spoil(request.url.slice(origin.length)), request);
  });
}

/** A sandbox that takes a query for another one. */
export function readingQuery(name: string, spoil: (query: URLSearchParams) => unknown): SandboxFault {
  return readingPaths(name, (path) => {
    const [before = "", text] = path.split("?");
    const query = new URLSearchParams(text);
    spoil(query);
    return String(query) === String(new URLSearchParams(text)) ? path : `${before}?${query}`;
  });
}

/** A sandbox that takes a header for another one; empty where it is missing. */
export function readingHeader(header: string, name: string, spoil: (value: string) => string): SandboxFault {
  return asking(name, (request) => {
    const value = request.headers.get(header) ?? "";
    const spoiled = spoil(value);
    if (spoiled === value) return request;
    const headers = new Headers(request.headers);
    headers.set(header, spoiled);
    return new Request(request, { headers });
  });
}
