import { expectRefusal, type Heard, type WireAnswer } from "@earmark/contract";
import type { Fault } from "@earmark/sandbox";
import { expect } from "vitest";
import { facts } from "./facts.ts";
import type { Trouble } from "./fault-model.ts";

/** Whether the request has its effect, whatever becomes of the answer. */
export function isProcessed({ fault }: Trouble): boolean {
  if (fault === undefined || fault.processed === true) return true;
  return statusOf(fault) === undefined && fault.reset === undefined;
}

/** @param calm what is answered when nothing goes wrong; `undefined` when the request has no effect. */
export function expectTrouble(heard: Heard, trouble: Trouble, calm: WireAnswer | undefined): void {
  const { fault } = trouble;
  if (fault === undefined) expect(plain(heard)).toEqual(calm && facts(calm));
  else if (fault.reset) expect(heard).toEqual({ error: expect.objectContaining(failure("ECONNRESET")) });
  else expectSpoilt(heard, fault, expectStatus(heard, fault, trouble, calm));
}

/** What is answered but for the body, which is returned as it should be if that is not spoilt. */
function expectStatus({ answer }: Heard, fault: Fault, { wait }: Trouble, calm: WireAnswer | undefined): string {
  const status = statusOf(fault);
  expect(answer?.headers["twilio-request-id"]).toMatch(/^RQ[0-9a-f]{32}$/);
  expect(answer?.status).toBe(status ?? calm?.status);
  if (status === undefined) return calm?.body ?? "";
  const { retryAfter } = fault;
  expect(answer?.headers["retry-after"]).toBe(
    retryAfter === undefined ? undefined : String(retryAfter === true ? wait : retryAfter),
  );
  const code = fault.code ?? CODES[status] ?? 20_000 + status;
  const more_info = `https://www.twilio.com/docs/errors/${code}`;
  return JSON.stringify({ code, message: `The sandbox was asked to answer ${status}`, more_info, status });
}

function expectSpoilt({ answer, error }: Heard, { body: spoilt, json }: Fault, whole: string): void {
  const { headers = {}, body = "", status = 0 } = answer ?? {};
  const type = headers["content-type"];
  const half = whole.slice(0, whole.length / 2);
  if (spoilt === undefined || whole === "") {
    const text = json === undefined || whole === "" ? whole : JSON.stringify(json);
    expect(body).toBe(text);
    if (status >= 400 && json === undefined)
      expectRefusal({ headers, body, status }, status, JSON.parse(body).code, "");
  } else if (spoilt === "html") {
    expect([type, body]).toEqual(["text/html; charset=utf-8", expect.stringMatching(/^<!doctype html>/)]);
  } else if (spoilt === "text") {
    expect([type, body]).toEqual(["text/plain; charset=utf-8", whole]);
  } else {
    expect(type).toBe("application/json; charset=utf-8");
    expect(body).toBe(spoilt === "empty" ? "" : half);
  }
  const isTruncated = spoilt === "truncated" && whole !== "";
  const length = Buffer.byteLength(isTruncated ? whole : body);
  expect(Number(headers["content-length"] ?? 0)).toBe(length);
  if (isTruncated) expect(error).toMatchObject(failure("UND_ERR_SOCKET"));
  else expect(error).toBeUndefined();
}

/** An answer that is whole, or else the error. */
function plain({ answer, error }: Heard): unknown {
  return answer === undefined || error !== undefined ? error : facts(answer);
}

function statusOf({ status, rate, reset, body, json, latency }: Fault): number | undefined {
  const isLimit = rate !== undefined && [reset, body, json, latency].every((effect) => effect === undefined);
  return status ?? (isLimit ? 429 : undefined);
}

/** What Node's own `fetch` rejects with. */
function failure(code: string): object {
  return { name: "TypeError", cause: expect.objectContaining({ code }) };
}

/** The codes that do not name their status. */
const CODES: Readonly<Record<number, number>> = { 400: 20001, 401: 20003, 405: 20004 };
