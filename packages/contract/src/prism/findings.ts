import type { WireResponse } from "../coverage/exchange.ts";

/** Something that Prism found wrong with a request or a response. */
export interface Finding {
  /** `body.CallScore`, `path.callsid`; empty for the request as a whole. */
  readonly location: string;
  /** A JSON Schema keyword or a status; empty where Prism has no name for it. */
  readonly code: string;
}

/** What Prism says in its header about an exchange. Throws when it says it in a way that cannot be read. */
export function findings({ headers }: WireResponse): readonly Finding[] {
  const header = headers["sl-violations"];
  if (header === undefined) return [];
  const list: readonly { readonly location: readonly string[]; readonly code?: unknown }[] = JSON.parse(header);
  return list.map(({ location: [, ...location], code = "" }) => ({ location: location.join("."), code: String(code) }));
}
