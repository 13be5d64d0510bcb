import * as summaries from "@earmark/summaries-validators/strict";
import { type Check, list, map, must, oneOf, record, text } from "../settings/check.ts";
import { checkSettings, parseSettings } from "../settings/settings.ts";
import type { CallAvailability, Fixture, FixtureAccount, FixtureCall } from "./fixture.ts";

const account = text(/^AC[0-9a-fA-F]{32}$/, "the SID of an account, AC and 32 hexadecimal digits");
const user = text(
  /^(AC|SK)[0-9a-fA-F]{32}$/,
  "the SID of an API key or an account, SK or AC and 32 hexadecimal digits",
);
// Says nothing of what was received: it may be a secret all the same.
const secret: Check = (value, path) =>
  typeof value === "string" && value !== "" ? [] : [{ path, message: "must be a string that is not empty" }];

const accountOfUser = record({ account_sid: account, secret } satisfies Record<keyof FixtureAccount, Check>);

const call = record(
  {
    call_sid: text(/^CA[0-9a-fA-F]{32}$/, "the SID of a call, CA and 32 hexadecimal digits"),
    account_sid: account,
    availability: oneOf(
      ...(["available", "incomplete", "expired", "advanced_features_off"] satisfies CallAvailability[]),
    ),
  },
  { required: ["call_sid", "account_sid"], open: true },
);

/** What is said about a call must be what its summary may say: it is answered as it is. */
const summary: Check = (value, path) =>
  summaries.CallSummary.issues(value)
    .filter((issue) => !["call_sid", "account_sid"].includes(String(issue.path[0])))
    .map((issue) => ({ path: [...path, ...issue.path], message: issue.message }));

/** What the calls are, each once. */
const calls: Check = (value, path) => {
  const problems = list((each, place) => [...call(each, place), ...summary(each, place)])(value, path);
  // Only what has passed is known to be a list of calls.
  if (problems.length > 0) return problems;
  const sids = (value as readonly FixtureCall[]).map(({ call_sid }) => call_sid);
  const first = new Map(sids.map((sid, index) => [sid, index] as const).reverse());
  return sids.flatMap((sid, index) =>
    first.get(sid) === index
      ? []
      : [{ path: [...path, index, "call_sid"], message: `must be unique, ${sid} is also calls[${first.get(sid)}]` }],
  );
};

/** A user that is an account stands for itself. */
const accounts: Check = (value, path) => [
  ...map(user, (each, place) =>
    typeof each === "object" && each !== null
      ? accountOfUser(each, place)
      : must("an account's SID or an object", (it) => account(it, []).length === 0)(each, place),
  )(value, path),
  ...Object.entries(Object(value)).flatMap(([name, each]) => {
    const given: unknown = typeof each === "string" ? each : Object(each).account_sid;
    if (!/^AC/.test(name) || given === undefined || given === name) return [];
    return [{ path: [...path, name], message: "is an account, and can be no other account's" }];
  }),
];

const fixture = record({ accounts, calls } satisfies Record<keyof Fixture, Check>);

/** @throws {SettingsError} */
export function checkFixture(value: Fixture): void {
  checkSettings(value, fixture, "fixture");
}

/**
 * Reads a fixture from the text of a JSON file.
 *
 * @param file its name, for messages.
 * @throws {SettingsError} with `file:line:column` for everything that is wrong
 */
export function parseFixture(source: string, file = "fixture"): Fixture {
  // The check has just established the type.
  return parseSettings(source, fixture, file) as Fixture;
}
