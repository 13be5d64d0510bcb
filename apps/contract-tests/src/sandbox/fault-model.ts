import type { Fault } from "@earmark/sandbox";

/** A request, as far as faults are concerned. */
export interface Visit {
  readonly method: string;
  /** `undefined` for a path that the document does not have. */
  readonly operation: string | undefined;
  /** `undefined` for somebody who is not let in. */
  readonly account: string | undefined;
  /** When it arrives, in milliseconds. */
  readonly at: number;
}

/** What is to go wrong with a request. */
export interface Trouble {
  /** In milliseconds. */
  readonly latency: number;
  /** The fault that decides what is answered. */
  readonly fault?: Fault;
  /** Seconds until its limit lets the account in again. */
  readonly wait?: number;
}

/** What some faults make of one request after another, given what others have made of it already. */
export type FaultReader = (visit: Visit, before: Trouble) => Trouble;

/** Reads faults as the README of the sandbox explains them: chance and requests at the same time aside. */
export function readFaults(faults: readonly Fault[]): FaultReader {
  const readers = faults.map(readFault);
  return (visit, before) => readers.reduce((trouble, read) => read(visit, trouble), before);
}

function readFault(fault: Fault): FaultReader {
  const { latency = 0, times = Number.POSITIVE_INFINITY, rate, per = 1 } = fault;
  const arrivals: Visit[] = [];
  let applied = 0;
  return (visit, before) => {
    if (!isAbout(fault, visit)) return before;
    arrivals.push(visit);
    const window = Math.floor(visit.at / (per * 1000));
    const together = arrivals.filter(({ account, at }) => {
      return account === visit.account && Math.floor(at / (per * 1000)) === window;
    });
    if (rate !== undefined && (visit.account === undefined || together.length <= rate)) return before;
    if (!numbers(fault.requests).includes(arrivals.length) || applied >= times) return before;
    const isAnswered = decides(fault);
    if (isAnswered && before.fault !== undefined) return before;
    applied += 1;
    const wait = rate === undefined ? 1 : Math.ceil(((window + 1) * per * 1000 - visit.at) / 1000);
    return { ...before, latency: before.latency + latency, ...(isAnswered && { fault, wait }) };
  };
}

function isAbout({ method, operation, account }: Fault, visit: Visit): boolean {
  const given = Object.entries({ method, operation, account }).filter(([, wanted]) => wanted !== undefined);
  return given.every(([name, wanted]) => Object.entries(visit).some(([key, is]) => key === name && is === wanted));
}

/** More of them than any test has requests. */
function numbers(requests: Fault["requests"] = "1-"): readonly number[] {
  const [first = "", last = first] = String(requests).split("-");
  return Array.from({ length: 100 }, (_, number) => number).filter(
    (number) => number >= Number(first) && number <= (last === "" ? 100 : Number(last)),
  );
}

/** A limit with nothing else to it is there to refuse. */
function decides({ status, reset, body, json, rate, latency }: Fault): boolean {
  const answers = [status, reset, body, json].some((effect) => effect !== undefined);
  return answers || (rate !== undefined && latency === undefined);
}
