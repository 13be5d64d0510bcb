/**
 * Something that goes wrong on purpose, and when. Data, so that a file or a header can hold it.
 *
 * All faults that apply to a request add up their latency. The first one with another effect decides what becomes of the
 * answer; later ones that would decide it too do not apply then, and do not use up their `times`.
 *
 * @example { "method": "POST", "requests": "3-5", "status": 503 }
 */
export interface Fault extends FaultSelection, FaultEffect {}

/** Which requests a fault applies to: those for which everything that is given here holds. */
export interface FaultSelection {
  readonly method?: string;
  /** An `operationId` of the document, such as `UpdateAnnotation`. */
  readonly operation?: string;
  /** The account that the credentials stand for. */
  readonly account?: string;
  /** Which ones of those that match so far, in the order of their arrival, from 1: `3`, `"3-5"`, `"3-"`. */
  readonly requests?: number | string;
  /** How often at the most. */
  readonly times?: number;
  /** From 0 to 1. Drawn from the seed, the number of the fault and that of the request. */
  readonly probability?: number;
  /** Only while more than so many requests of the account are under way. The answer is 429 unless an effect is given. */
  readonly concurrency?: number;
  /** Only the account's requests beyond so many in `per` seconds. The answer is 429 unless an effect is given. */
  readonly rate?: number;
  /**
   * Seconds, for `rate`.
   *
   * @default 1
   */
  readonly per?: number;
}

/** What goes wrong. At most one of `status` and `reset`, and at most one of `reset`, `body` and `json`. */
export interface FaultEffect {
  /** Milliseconds to wait before anything else happens. */
  readonly latency?: number;
  /** Up to so many milliseconds more or less than `latency`, drawn like `probability`. */
  readonly jitter?: number;
  /** An error in the shape of the API's own. The request is not processed, unless `processed` is true. */
  readonly status?: number;
  /**
   * The provider's code, for `status`.
   *
   * @default the one that the sandbox gives for the status elsewhere, or 20000 plus the status
   */
  readonly code?: number;
  /** The header `Retry-After`: seconds, or `true` for those until `rate` lets the account in again, 1 without a rate. */
  readonly retryAfter?: number | true;
  /** The connection is reset without an answer. The request is not processed, unless `processed` is true. */
  readonly reset?: true;
  /** The request has its effect all the same, as when only the answer is lost. Says nothing without `status` or `reset`. */
  readonly processed?: boolean;
  /** What is wrong with the body of the answer, be it a success or the error that `status` asks for. */
  readonly body?: FaultyBody;
  /** A JSON body instead of the answer's own. */
  readonly json?: unknown;
}

/**
 * - `truncated`: the connection ends in the middle of it
 * - `malformed`: JSON that ends in the middle
 * - `html`: a page, as from a proxy
 * - `text`: the right JSON as `text/plain`
 * - `empty`: nothing
 */
export type FaultyBody = "truncated" | "malformed" | "html" | "text" | "empty";

/** What a function that decides about faults is told, besides the request. */
export interface FaultContext {
  /** `undefined` for credentials that let nobody in. */
  readonly account: string | undefined;
  /** The `operationId`; `undefined` for a path or method that the document does not have. */
  readonly operation: string | undefined;
  /** How many requests there have been, this one included. */
  readonly count: number;
}

/** Decides about each request. It must leave the body unread; a clone may be read. */
export type FaultFunction = (
  request: Request,
  context: FaultContext,
) => FaultEffect | undefined | Promise<FaultEffect | undefined>;

/** The first and the last of some requests, from 1. */
type RequestRange = readonly [first: number, last: number];

/** Reads `3`, `"3"`, `"3-5"` or `"3-"`; `undefined` for anything else, `"0"` and `"5-3"` included. */
export function requestRange(value: unknown): RequestRange | undefined {
  const [, from, dash, to] = /^([1-9]\d{0,8})(?:(-)([1-9]\d{0,8})?)?$/.exec(String(value)) ?? [];
  if (from === undefined || (typeof value !== "string" && typeof value !== "number")) return undefined;
  const last = dash === undefined ? Number(from) : Number(to ?? Number.POSITIVE_INFINITY);
  return last < Number(from) ? undefined : [Number(from), last];
}
