import type { WireRequest } from "../coverage/exchange.ts";

/** The requests that a server received, so that a crash can be traced to one of them. */
export interface RequestLog {
  /** Notes that a request is under way. What it returns notes that it no longer is. */
  readonly begin: (request: WireRequest) => () => void;
  /** Requests under way, as they read in a message. */
  readonly underWay: () => readonly string[];
  /** Notes that the server died while no request was under way, or none that had reached it. */
  readonly crashedBetween: (reason: string) => void;
  /** Crashes that no sender of a request was told of. */
  readonly crashes: readonly string[];
}

/** As many of the last requests as may have left something behind that killed the server later. */
const SUSPECTS = 3;

export function openRequestLog(): RequestLog {
  const underWay = new Set<WireRequest>();
  const completed: WireRequest[] = [];
  const crashes: string[] = [];
  return {
    begin(request) {
      underWay.add(request);
      return () => {
        underWay.delete(request);
        completed.push(request);
        completed.splice(0, completed.length - SUSPECTS);
      };
    },
    underWay: () => [...underWay].map(shown),
    crashedBetween(reason) {
      const suspects = completed.map(shown).reverse().join("; before that: ");
      crashes.push(
        `The server died between requests: ${reason}. The last one that it responded to: ${suspects || "none"}`,
      );
    },
    crashes,
  };
}

/** A request in a message. */
export function shown({ method, path, body }: WireRequest): string {
  return body === undefined ? `${method} ${path}` : `${method} ${path} ${body}`;
}
