import type { DocumentedOperation } from "../../document/documented-operation.ts";
import type { RecordedExchange } from "../../exchange.ts";
import type { Measurement } from "../../measure/measurement.ts";

/** An exchange as people read it, without credentials. */
interface ShownExchange {
  readonly target: string;
  readonly request: string;
  readonly response: string;
}

/** What to show for the coverage items. */
export interface ShownExchanges {
  /** By ID of the coverage item: indexes of exchanges, of which several coverage items may share one. */
  readonly examples: ReadonlyMap<string, readonly number[]>;
  readonly exchanges: readonly ShownExchange[];
}

export function showExchanges({ operations }: Measurement): ShownExchanges {
  const items = operations.flatMap(({ probe, items }) => items.map((item) => ({ ...item, of: probe.operation })));
  const shared = new Map(items.flatMap(({ examples, of }) => examples.map((exchange) => [exchange, of])));
  const all = [...shared.keys()];
  return {
    examples: new Map(items.map(({ id, examples }) => [id, examples.map((exchange) => all.indexOf(exchange))])),
    exchanges: [...shared].map(([exchange, operation]) => show(exchange, operation)),
  };
}

function show({ target, request, response }: RecordedExchange, operation: DocumentedOperation): ShownExchange {
  const secrets = operation.security.flat().map(({ cursor }) => (cursor.text("name") ?? "").toLowerCase());
  const path = request.path.replace(/([?&])([^=&]*)=([^&]*)/g, (pair, start: string, name: string) =>
    secrets.includes(name.toLowerCase()) ? `${start}${name}=…` : pair,
  );
  // That there was a credential is worth knowing, and no more than that.
  const credentials = Object.entries(request.headers).flatMap(([name, value]) => {
    if (name === "authorization" && value !== "") return [`authorization: ${value.split(" ")[0]} …`];
    return value !== "" && (name === "cookie" || secrets.includes(name)) ? [`${name}: …`] : [];
  });
  return {
    target,
    request: message([`${request.method} ${path}`, ...credentials], request),
    response: message([String(response.status)], response),
  };
}

/** Headers that decide something. The others are about the transport, and different each time. */
const TELLING = ["accept", "content-type", "prefer", "retry-after", "sl-violations", "allow"];

const LONGEST = 2_000;

function message(start: readonly string[], { headers, body = "" }: Partial<RecordedExchange["request"]>): string {
  const telling = TELLING.flatMap((name) => (headers?.[name] === undefined ? [] : [`${name}: ${headers[name]}`]));
  const lines = indented(body);
  const cut = lines.length > LONGEST ? `${lines.slice(0, LONGEST)}…` : lines;
  return [...start, ...telling, ...(cut ? ["", cut] : [])].join("\n");
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}
