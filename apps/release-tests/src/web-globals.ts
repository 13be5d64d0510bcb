/** What every browser has and this test needs: the names, so that nothing else of Node's globals comes along. */
const NAMES = [
  "AbortController",
  "AbortSignal",
  "Blob",
  "DOMException",
  "Event",
  "EventTarget",
  "File",
  "FormData",
  "Headers",
  "ReadableStream",
  "Request",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "URL",
  "URLSearchParams",
  "atob",
  "btoa",
  "clearTimeout",
  "console",
  "crypto",
  "fetch",
  "performance",
  "queueMicrotask",
  "setTimeout",
  "structuredClone",
] as const;

/** The global object of a page, as far as Node has the same things. */
export function webGlobals(): Record<string, unknown> {
  const globals: Record<string, unknown> = Object.fromEntries(NAMES.map((name) => [name, globalThis[name]]));
  return Object.assign(globals, { self: globals });
}
