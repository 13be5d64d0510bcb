import { createSandbox } from "@earmark/sandbox";
import type { SandboxFault } from "../../contract/contract.ts";
import { FORM } from "../../document/form-body.ts";
import { decodePart, fromPairs, type Pair, toPairs } from "../../messages/pairs.ts";

/** As large as a form is that a sandbox reads. */
const FORM_LIMIT = 64 * 1024;

/** A sandbox that takes a request for another one. @param spoil calls `onApplied` where it changes anything. */
function asking(
  name: string,
  spoil: (request: Request, onApplied: () => void) => Request | Promise<Request>,
): SandboxFault {
  return {
    name,
    plant: (onApplied) => (options) => {
      const { fetch } = createSandbox(options);
      return {
        fetch: async (input, init = {}) => {
          // A copy of a request would be read in its place.
          const isWhole = input instanceof Request && Object.keys(init).every((key) => key === "signal");
          const request = isWhole ? input : new Request(input, init);
          return fetch(await spoil(request, onApplied), { signal: init.signal ?? request.signal });
        },
      };
    },
  };
}

/** A sandbox that takes a form for another one. */
export function readingForms(name: string, spoil: (pairs: readonly Pair[]) => readonly Pair[]): SandboxFault {
  return asking(name, async (request, onApplied) => {
    const { url, method, headers, signal, body, bodyUsed } = request;
    const isForm = headers.get("content-type")?.startsWith(FORM) === true;
    if (!isForm || bodyUsed || body === null || Number(headers.get("content-length")) > FORM_LIMIT) return request;
    const read = await readForm(body.getReader());
    const pairs = toPairs(read.text ?? "");
    const spoilt = fromPairs(spoil(pairs));
    const isSpoilt = read.text !== undefined && spoilt !== fromPairs(pairs);
    if (isSpoilt) onApplied();
    // Streams need a duplex, which the type does not know.
    const init = { method, headers, signal, body: isSpoilt ? spoilt : read.again, duplex: "half" };
    return new Request(url, init);
  });
}

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;

/**
 * Reads a form. A copy of a stream would do, but copies now and then wait for each other for ever (undici).
 *
 * @returns the same body once more, and its text, unless it is too large or breaks off.
 */
async function readForm(
  reader: Reader,
): Promise<{ readonly text?: string; readonly again: ReadableStream<Uint8Array<ArrayBuffer>> }> {
  const reads: ReturnType<Reader["read"]>[] = [];
  let text: string | undefined;
  try {
    const parts: Uint8Array[] = [];
    for (let length = 0; length <= FORM_LIMIT && text === undefined; length += parts.at(-1)?.length ?? 0) {
      reads.push(reader.read());
      const { done, value } = (await reads.at(-1)) ?? { done: true, value: undefined };
      if (done) text = Buffer.concat(parts).toString("utf8");
      else parts.push(value);
    }
  } catch {
    // A second reader of the body is told so.
  }
  const again = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { done, value } = await (reads.shift() ?? reader.read());
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return { again, ...(text !== undefined && { text }) };
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
  return asking(name, (request, onApplied) => {
    const { origin } = new URL(request.url);
    const path = request.url.slice(origin.length);
    const spoilt = spoil(path);
    if (spoilt === path) return request;
    onApplied();
    return new Request(origin + spoilt, request);
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
  return asking(name, (request, onApplied) => {
    const value = request.headers.get(header) ?? "";
    const spoiled = spoil(value);
    if (spoiled === value) return request;
    onApplied();
    const headers = new Headers(request.headers);
    headers.set(header, spoiled);
    return new Request(request, { headers });
  });
}
