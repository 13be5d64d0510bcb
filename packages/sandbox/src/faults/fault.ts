/**
 * Something that goes wrong on purpose, and when. Data, so that a file or a header can hold it.
 *
 * All faults that apply to a request add up their latency. The first one with another effect decides the response;
 * later ones with such an effect do not apply then, and do not use up their `times`.
 *
 * @example { "method": "POST", "requests": "3-5", "status": 503 }
 */
export interface Fault extends FaultSelection, FaultEffect {}

/** Which requests a fault applies to: those that fit every field that is given. */
export interface FaultSelection {
  readonly method?: string;
  /** An `operationId` of the document, such as `UpdateAnnotation`. */
  readonly operation?: string;
  /** The account that the credentials stand for. */
  readonly account?: string;
  /** Which of the requests that fit so far, counted from 1 in the order of their arrival: `3`, `"3-5"`, `"3-"`. */
  readonly requests?: number | string;
  /** How often at most. */
  readonly times?: number;
  /** From 0 to 1. Follows from the seed, the number of the fault and that of the request. */
  readonly probability?: number;
  /** Only while more than so many requests of the account are in progress. Without another effect, responds with 429. */
  readonly concurrency?: number;
  /** Only requests of the account beyond so many in `per` seconds. Without another effect, responds with 429. */
  readonly rate?: number;
  /**
   * Seconds, for `rate`.
   *
   * @default 1
   */
  readonly per?: number;
}

/** What goes wrong: at most one of `status` and `reset`, and at most one of `reset`, `body` and `json`. */
export interface FaultEffect {
  /** Milliseconds to wait before anything else happens. */
  readonly latency?: number;
  /** Up to so many milliseconds more or less than `latency`, random like `probability`. */
  readonly jitter?: number;
  /** An error in the format of the API. The request is not processed, unless `processed` is true. */
  readonly status?: number;
  /**
   * The provider's code, for `status`.
   *
   * @default the one that the sandbox gives for the status elsewhere, or 20000 plus the status
   */
  readonly code?: number;
  /** The header `Retry-After`: seconds, or `true` for those until the window of `rate` ends, 1 without a rate. */
  readonly retryAfter?: number | true;
  /** The connection is reset without a response. The request is not processed, unless `processed` is true. */
  readonly reset?: true;
  /** The request has its effect all the same, as when only the response is lost. Needs `status` or `reset`. */
  readonly processed?: boolean;
  /** What is wrong with the body of the response, a success or the error of `status`. */
  readonly body?: FaultyBody;
  /** A JSON body instead of the one that the response has. */
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

/** What a function of faults gets besides the request. */
export interface FaultContext {
  /** `undefined` for credentials that are refused. */
  readonly account: string | undefined;
  /** The `operationId`; `undefined` for a path or method that the document does not have. */
  readonly operation: string | undefined;
  /** How many requests there have been, this one included. */
  readonly count: number;
}

/** Returns what goes wrong with a request. It must not read the body; it may read that of a clone. */
export type FaultFunction = (
  request: Request,
  context: FaultContext,
) => FaultEffect | undefined | Promise<FaultEffect | undefined>;

/** The numbers of the first and the last request, from 1. */
type RequestRange = readonly [first: number, last: number];

/** Reads `3`, `"3"`, `"3-5"` or `"3-"`; `undefined` for anything else, `"0"` and `"5-3"` included. */
export function requestRange(value: unknown): RequestRange | undefined {
  const [, from, dash, to] = /^([1-9]\d{0,8})(?:(-)([1-9]\d{0,8})?)?$/.exec(String(value)) ?? [];
  if (from === undefined || (typeof value !== "string" && typeof value !== "number")) return undefined;
  const last = dash === undefined ? Number(from) : Number(to ?? Number.POSITIVE_INFINITY);
  return last < Number(from) ? undefined : [Number(from), last];
}
