import { notFound, Refusal } from "../response/refusals.ts";
import type { CallAvailability, CallRecord, FixtureCall } from "./fixture.ts";

/** The call that a request is about. */
export interface CallIdentity {
  readonly accountSid: string;
  readonly url: string;
  readonly parameters: { readonly CallSid: string };
}

/** The calls that annotations are about. */
export interface Calls {
  /**
   * A call whose annotation the account may read and write.
   *
   * @throws {Refusal} 404 when there is no such call or its summary is not available; 403 when it is of another
   * account, or was made without Advanced Features
   */
  require(call: CallIdentity): CallRecord;
  /**
   * The available calls of an account: those of the fixture, or without one those that are annotated.
   *
   * @param annotated their SIDs.
   */
  of(accountSid: string, annotated: readonly string[]): readonly CallRecord[];
}

/** @param listed the calls of the fixture; `undefined` if every SID is a call of the account that asks for it. */
export function createCalls(listed: readonly FixtureCall[] | undefined): Calls {
  const calls = new Map(listed?.map((call) => [call.call_sid, call]));
  return {
    require({ accountSid, url, parameters: { CallSid: callSid } }) {
      if (listed === undefined) return { call_sid: callSid, account_sid: accountSid };
      const call = calls.get(callSid);
      if (call === undefined) throw notFound(new URL(url).pathname);
      if (call.account_sid !== accountSid) throw callForbidden(callSid);
      const { availability = "available" } = call;
      if (availability !== "available") throw callUnavailable(availability, callSid);
      return toRecord(call);
    },
    of: (accountSid, annotated) =>
      listed === undefined
        ? annotated.map((callSid) => ({ call_sid: callSid, account_sid: accountSid }))
        : listed.filter((call) => call.account_sid === accountSid && isAvailable(call)).map(toRecord),
  };
}

function isAvailable({ availability = "available" }: FixtureCall): boolean {
  return availability === "available";
}

function toRecord({ availability: _, ...record }: FixtureCall): CallRecord {
  return record;
}

function callForbidden(callSid: string): Refusal {
  return new Refusal(403, 17000, `Forbidden: the call ${callSid} belongs to another account`);
}

/** Why the annotation of a call is not available. The codes are documented, their statuses are not. */
const unavailable: Readonly<Record<Exclude<CallAvailability, "available">, readonly [number, number, string]>> = {
  incomplete: [404, 17001, "has no completed summary yet"],
  expired: [404, 17002, "ended more than 30 days ago"],
  advanced_features_off: [403, 17007, "was made while Voice Insights Advanced Features were not enabled"],
};

function callUnavailable(availability: Exclude<CallAvailability, "available">, callSid: string): Refusal {
  const [status, code, reason] = unavailable[availability];
  return new Refusal(status, code, `The call ${callSid} ${reason}`);
}
