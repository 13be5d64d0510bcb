import type { DocumentedOperation } from "../document/documented-operation.ts";
import type { RecordedExchange, TargetName } from "../exchange.ts";
import type { MeasuredOperation, Measurement } from "../measure/measurement.ts";

/** An exchange as people read it, without credentials. */
export interface ShownExchange {
  readonly target: TargetName;
  readonly request: string;
  readonly response: string;
}

/** What to show for each point, by its ID. An exchange that serves several points is shown for each of them. */
export type ShownExchanges = ReadonlyMap<string, readonly ShownExchange[]>;

/** Headers that decide something. The others are the talk of the transport, and different each time. */
const TELLING = ["accept", "content-type", "prefer", "retry-after", "sl-violations", "allow"];

const LONGEST = 2_000;

export function showExchanges({ operations }: Measurement): ShownExchanges {
  const shown = new Map<RecordedExchange, ShownExchange>();
  const showIn = ({ probe }: MeasuredOperation, exchange: RecordedExchange): ShownExchange => {
    const known = shown.get(exchange) ?? show(exchange, probe.operation);
    shown.set(exchange, known);
    return known;
  };
  return new Map(
    operations.flatMap((operation) =>
      operation.points.map(
        ({ id, examples }) => [id, examples.map((exchange) => showIn(operation, exchange))] as const,
      ),
    ),
  );
}

function show({ target, request, response }: RecordedExchange, operation: DocumentedOperation): ShownExchange {
  const { method, path, headers, body } = request;
  const secrets = credentialNames(operation);
  const line = `${method} ${withoutSecrets(path, secrets)}`;
  return {
    target,
    request: message(line, credentials(headers, secrets), headers, body),
    response: message(String(response.status), [], response.headers, pretty(response.body)),
  };
}

function message(
  line: string,
  credentials: readonly string[],
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
): string {
  const shown = TELLING.filter((name) => headers[name] !== undefined).map((name) => `${name}: ${headers[name]}`);
  const cut = body !== undefined && body.length > LONGEST ? `${body.slice(0, LONGEST)}…` : body;
  return [line, ...credentials, ...shown, ...(cut ? ["", cut] : [])].join("\n");
}

/** That there was a credential is worth knowing; which one is nobody's business. */
function credentials(headers: Readonly<Record<string, string>>, secrets: readonly string[]): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (name === "authorization" && value !== "") return [`authorization: ${value.split(" ")[0]} …`];
    return value !== "" && (name === "cookie" || secrets.includes(name)) ? [`${name}: …`] : [];
  });
}

function withoutSecrets(path: string, secrets: readonly string[]): string {
  return path.replace(/([?&])([^=&]*)=([^&]*)/g, (pair, start: string, name: string) =>
    secrets.includes(name.toLowerCase()) ? `${start}${name}=…` : pair,
  );
}

function credentialNames({ security }: DocumentedOperation): readonly string[] {
  return security.flat().map(({ cursor }) => (cursor.text("name") ?? "").toLowerCase());
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}
