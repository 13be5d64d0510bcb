import {
  authorization,
  authorizationOf,
  buffered,
  type Contract,
  decodePart,
  type Exchange,
  fromPairs,
  type Target,
  toPairs,
} from "@earmark/contract";
import type { Fetch } from "@earmark/http";
import type { LiveOptions } from "./live-options.ts";
import { type Pseudonyms, pseudonyms } from "./pseudonyms.ts";
import { redact } from "./redact.ts";

/** The live API, and the stand-ins of the calls that it may be asked about. */
export interface LiveTarget extends Target {
  readonly readable: string;
  readonly writable?: string;
}

/**
 * The live API as a target. Its callers know stand-ins only: real SIDs and credentials are put in on the way out,
 * and taken out, with every free text, on the way back. So nothing that fails or is recorded can show any.
 */
export function liveTarget(options: LiveOptions, contracts: readonly Contract[]): LiveTarget {
  const { baseUrl, credentials, readable, writable } = options;
  const exchanges: Exchange[] = [];
  const names = pseudonyms();
  const listed = new Set(contracts.flatMap(({ schemas }) => enumerated(schemas)));
  const fetch: Fetch = async (incoming, init) => {
    const { text, again } = await buffered(incoming);
    const request = again();
    const path = request.url.slice(baseUrl.length);
    // Wrong credentials stay wrong.
    const headers = new Headers(request.headers);
    if (headers.get("authorization") === authorization) headers.set("authorization", authorizationOf(credentials));
    const sent = new Request(baseUrl + names.reveal(path), {
      method: request.method,
      headers,
      ...(text !== "" && { body: text }),
    });
    const response = await globalThis.fetch(sent, init);
    const body = hidden(await response.text(), response.status, names, listed);
    exchanges.push({
      request: {
        method: request.method,
        path,
        headers: named(request.headers),
        ...(text !== "" && { body: hiddenForm(text, listed) }),
      },
      response: { status: response.status, headers: named(response.headers), body },
    });
    return new Response(body === "" ? null : body, { status: response.status, headers: kept(response.headers) });
  };
  const target = { url: baseUrl, origin: baseUrl, fetch, exchanges, readable: names.hide(readable) };
  return writable === undefined ? target : { ...target, writable: names.hide(writable) };
}

/** What the document says about errors are sentences for people, which name no more than what was sent. */
function hidden(body: string, status: number, names: Pseudonyms, listed: ReadonlySet<string>): string {
  const text = names.hide(body);
  if (status >= 400 || text === "") return text;
  return JSON.stringify(redact(JSON.parse(text), listed));
}

function hiddenForm(text: string, listed: ReadonlySet<string>): string {
  const value = (part: string): string => String(redact(decodePart(part) ?? "", listed));
  return fromPairs(toPairs(text).map(([name, part]) => [name, encodeURIComponent(value(part))]));
}

/** Headers that say something about the contract. */
function kept(headers: Headers): Headers {
  const names = ["content-type", "retry-after", "allow", "www-authenticate", "accept"];
  return new Headers([...headers].filter(([name]) => names.includes(name)));
}

function named(headers: Headers): Record<string, string> {
  return Object.fromEntries(kept(headers));
}

function enumerated(schema: unknown): readonly string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === "enum" && Array.isArray(value) ? value.filter((each) => typeof each === "string") : enumerated(value),
  );
}
