import type { IHttpRequest } from "@stoplight/prism-http/dist/types.js";
import type { WireRequest } from "../coverage/exchange.ts";

/** A request as Prism's server makes it out of what it receives. */
export function toElement({ method, path, headers, body = "" }: WireRequest): IHttpRequest {
  const { pathname, searchParams } = new URL(path, "http://prism.example");
  const query = Object.fromEntries(
    [...new Set(searchParams.keys())].map((key) => {
      const [first = "", ...others] = searchParams.getAll(key);
      return [key, others.length === 0 ? first : [first, ...others]];
    }),
  );
  const length = body === "" ? {} : { "content-length": String(Buffer.byteLength(body)) };
  return {
    // Every method of HTTP has a name in lower case.
    method: method.toLowerCase() as IHttpRequest["method"],
    url: { path: pathname, query },
    headers: { ...headers, ...length },
    body: body === "" ? null : body,
  };
}
