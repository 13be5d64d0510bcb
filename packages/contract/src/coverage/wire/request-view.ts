import type { WireRequest } from "../exchange.ts";

/** A name and its value, as they were on the wire. */
export type RawPair = readonly [name: string, value: string];

/** A request, cut into the parts that parameters stand in. Nothing is decoded yet. */
export interface RequestView {
  /** By the name in the template. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: readonly RawPair[];
  readonly cookies: readonly RawPair[];
  /** With names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** `undefined` when there is none; one of no length is none. */
  readonly body: string | undefined;
}

export function viewRequest(request: WireRequest, path: Readonly<Record<string, string>>): RequestView {
  const [, query = ""] = /\?([^#]*)/.exec(request.path) ?? [];
  const headers = byLowerCase(request.headers);
  return {
    path,
    query: readPairs(query, "&"),
    cookies: readPairs(headers.cookie ?? "", "; "),
    headers,
    body: request.body === "" ? undefined : request.body,
  };
}

/** Headers by their names in lower case, and nothing besides: what every object inherits, such as `constructor`, is none. */
export function byLowerCase(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const pairs = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return Object.assign(Object.create(null), Object.fromEntries(pairs));
}

/** `a=1&b=2`, still encoded. A name without `=` has an empty value. */
export function readPairs(text: string, separator: string): readonly RawPair[] {
  if (text === "") return [];
  return text.split(separator).map((pair) => {
    const end = pair.includes("=") ? pair.indexOf("=") : pair.length;
    return [pair.slice(0, end), pair.slice(end + 1)];
  });
}
