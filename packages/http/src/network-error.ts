import { HttpError, type Target } from "./http-error.ts";

/**
 * No complete response: the connection was refused, reset or cut off. `cause` has the reason as its `message`, and as
 * its `code` the runtime's name for it (such as `ECONNREFUSED`), where there is one.
 */
export class NetworkError extends HttpError {
  override readonly name = "NetworkError";
  readonly code = "network";

  /**
   * @param error what `fetch` threw. It may contain the URL with its query, bytes of the response, or the request, so
   * `cause` is a copy of what is harmless. The stack is left out: Bun shows the lines of code that it leads to.
   * @param redact takes secrets out of a string.
   */
  constructor(target: Target, error: unknown, redact: (text: string) => string = String) {
    const [, query = ""] = target.url.split(/[?#](.*)/s);
    const clean = (text: unknown) =>
      // Numbers, which many codes are, explain nothing.
      typeof text === "string" && /\p{L}/u.test(text)
        ? redact(text.replaceAll(query, "")).replace(/(\?|%3F)(?:(?=\))|[^\s"'>]*)/gi, "")
        : "";
    let cause = new Error("no reason given");
    // The last cause has the most specific message; that of the first is just "fetch failed" in Node.
    const links = new Set([error]);
    try {
      for (const link of links) {
        const { cause: inner, errors, code, name, message = link } = Object(link);
        const text = clean(message);
        const id = clean(code);
        if (text + id) {
          cause = new Error(text.includes(id) ? text : id + (text && `: ${text}`));
          Object.assign(cause, { name: clean(name) }, id && { code: id });
        }
        // Causes may be endless.
        if (links.size < 99) for (const one of [inner, errors].flat()) links.add(one);
      }
    } catch {
      // An error with a property that throws has no reason to give.
    }
    super(`No complete response (${cause.message}).`, target, {}, { cause });
  }
}
