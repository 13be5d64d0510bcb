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
export const NO_RESPONSE = 599;

/** The servers whose exchanges are recorded. */
export const TARGETS = ["mock", "proxy", "sandbox", "scripted"] as const;

export type TargetName = (typeof TARGETS)[number];

/** What a report says about each. */
export const TARGET_DESCRIPTIONS: Readonly<Record<TargetName, string>> = {
  mock: "Prism, which responds with the examples of the document",
  proxy: "Prism in front of the sandbox: judges both sides of every exchange",
  sandbox: "the sandbox by itself, without a socket",
  scripted: "Prism in front of a server that responds as the request says, rightly or wrongly",
};

/** An exchange, and the target that it was with. */
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
