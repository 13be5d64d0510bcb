/** A request as it was on the wire. */
export interface WireRequest {
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A response as it was on the wire. */
export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Exchange {
  readonly request: WireRequest;
  readonly response: WireResponse;
}

/** The status of a request without a response, which no server sends; the body says why. */
export const NO_ANSWER = 599;

/** Who is recorded, and what each of them is. */
export const TARGETS = ["mock", "proxy", "sandbox", "scripted"] as const;

export type TargetName = (typeof TARGETS)[number];

/** For those who read a report. */
export const TARGET_DESCRIPTIONS: Readonly<Record<TargetName, string>> = {
  mock: "Prism, which answers with the examples of the document",
  proxy: "Prism in front of the sandbox: judges both sides of every exchange",
  sandbox: "the sandbox by itself, without a socket",
  scripted: "Prism in front of a server that answers as it is told, rightly or wrongly",
};

/** What went over the wire, and to whom. */
export interface RecordedExchange extends Exchange {
  readonly target: TargetName;
}

/** The simplest first, in an order that is the same in every run. */
export function bySimplicity(exchanges: readonly RecordedExchange[]): readonly RecordedExchange[] {
  const weighed = exchanges.map((exchange) => ({ exchange, weight: weigh(exchange) }));
  const sorted = weighed.toSorted(
    ({ weight: a }, { weight: b }) => a.length - b.length || (a < b ? -1 : Number(a > b)),
  );
  return sorted.map(({ exchange }) => exchange);
}

/** Without headers that are different each time. */
function weigh({ target, request: { method, path, body = "" }, response }: RecordedExchange): string {
  return [method, path, body, response.status, response.body, target].join(" ");
}
