import { isDeepStrictEqual } from "node:util";
import type { SandboxFault } from "@earmark/contract";
import { readingHeader } from "@earmark/contract/mutation";
import type { Fault, FixtureAccount, FixtureCall } from "@earmark/sandbox";
import { given, givenFaults, givenFixture } from "./given.ts";

/** What a sandbox can get wrong about its options. */
export const optionFaults: readonly SandboxFault[] = [
  given("tells nobody of its bugs", ({ onError }) => (onError ? { onError: () => {} } : {})),
  given("draws the same from every seed", ({ seed }) => (seed === undefined ? {} : { seed: 0 })),
  given("draws from no seed", () => ({ seed: Math.floor(Math.random() * 1_000_000) })),
  given("has a clock of its own", ({ now }) => (now ? { now: Date.now } : {})),
  given("does not wait", ({ sleep }) => (sleep ? { sleep: async () => {} } : {})),

  givenFixture("does not know the secrets of its fixture", users(without("secret"))),
  givenFixture("does not know whose the keys of its fixture are", users(without("account_sid"))),
  givenFixture("knows calls that are not in its fixture", ({ calls: _, ...rest }) => rest),
  givenFixture("lets every call of its fixture be had", calls(without("availability"))),
  givenFixture("has forgotten a call of its fixture", ({ calls: all = [], ...rest }) => ({
    ...rest,
    calls: all.slice(1),
  })),
  givenFixture(
    "knows SIDs and nothing else of the calls of its fixture",
    calls(({ call_sid, account_sid }) => ({ call_sid, account_sid })),
  ),

  givenFaults("has no faults", () => undefined),
  givenFaults("has its faults for every method", without("method")),
  givenFaults("has its faults for every operation", without("operation")),
  givenFaults("has its faults for every account", without("account")),
  givenFaults("has its faults from the first request on", without("requests")),
  givenFaults("has its faults for ever", without("times")),
  givenFaults("has its faults always", without("probability")),
  givenFaults("varies no latency", without("jitter")),
  givenFaults("lets in as many in a second as it should in longer", without("per")),
  givenFaults("never says when to come back", without("retryAfter")),
  givenFaults("has codes of its own", without("code")),
  givenFaults("forgets what it does not answer", without("processed")),
  givenFaults("remembers what it does not answer", (fault) => (decides(fault) ? { ...fault, processed: true } : fault)),
  givenFaults(
    "refuses one too early",
    instead("rate", (rate) => Math.max(0, rate - 1)),
  ),
  givenFaults(
    "has every error be one of the server",
    instead("status", () => 500),
  ),
  givenFaults(
    "sends pages for texts",
    instead("body", (body) => (body === "text" ? "html" : body)),
  ),
  givenFaults(
    "sends nothing for half of it",
    instead("body", (body) => (body === "malformed" ? "empty" : body)),
  ),
  givenFaults(
    "ends well what is to break off",
    instead("body", (body) => (body === "truncated" ? "malformed" : body)),
  ),
  readingHeader("sandbox-fault", "knows no latency by header", (value) => value.replace(/latency=\d+/, "latency=0")),
  readingHeader("sandbox-fault", "has faults by header for ever", (value) => value.replace("; times=1", "")),
];

function decides({ status, reset }: Fault): boolean {
  return status !== undefined || reset !== undefined;
}

/** The same without a field. */
function without<Name extends string>(name: Name): <All extends { readonly [Key in Name]?: unknown }>(all: All) => All {
  // Taken away, and not set to `undefined`, so that nothing is what it was where there was nothing.
  return ({ [name]: _, ...rest }) => rest as never;
}

/** The same with another value of a field, if it has one. */
function instead<Name extends keyof Fault>(
  name: Name,
  change: (value: NonNullable<Fault[Name]>) => Fault[Name],
): (fault: Fault) => Fault {
  return (fault) => {
    const { [name]: value } = fault;
    return value === undefined || value === null ? fault : { ...fault, [name]: change(value) };
  };
}

function calls(change: (call: FixtureCall) => FixtureCall): Parameters<typeof givenFixture>[1] {
  return ({ calls: all, ...rest }) => ({ ...rest, ...(all && { calls: all.map(change) }) });
}

function users(change: (user: FixtureAccount) => FixtureAccount): Parameters<typeof givenFixture>[1] {
  return ({ accounts = {}, ...rest }) => {
    const changed = Object.entries(accounts).map(([name, user]) => {
      const whole = typeof user === "string" ? { account_sid: user } : user;
      const other = change(whole);
      return [name, isDeepStrictEqual(other, whole) ? user : other];
    });
    return changed.length === 0 ? rest : { ...rest, accounts: Object.fromEntries(changed) };
  };
}
