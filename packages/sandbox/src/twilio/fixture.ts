import type { CallSummary } from "@earmark/summaries-types/strict";
import * as summaries from "@earmark/summaries-validators/strict";
import { type Check, list, map, matching, must, oneOf, record } from "../settings/check.ts";
import { checkSettings, parseSettings } from "../settings/settings.ts";

/** Which credentials a sandbox accepts, and which calls there are. Data, so that a file can hold it. */
export interface Fixture {
  /**
   * By the user of the Basic credentials: the SID of an API key or of an account. Other users are accepted with any
   * secret, an API key for the account with the same 32 digits.
   *
   * @default {}
   * @example { "SK00000000000000000000000000000000": "AC11111111111111111111111111111111" }
   */
  readonly accounts?: Readonly<Record<string, string | FixtureAccount>>;
  /**
   * The only calls that there are. Requests of an account for a call of another one are refused with 403.
   *
   * @default every well-formed SID is a call of the account that asks for it
   */
  readonly calls?: readonly FixtureCall[];
}

/** What is known about one user. */
export interface FixtureAccount {
  /**
   * The account that an API key belongs to.
   *
   * @default the account with the same 32 digits
   */
  readonly account_sid?: string;
  /**
   * The only secret that is accepted.
   *
   * @default any that is not empty
   */
  readonly secret?: string;
}

/** A call, and what is known about it without its annotation. */
export interface CallRecord extends Omit<Partial<CallSummary>, "annotation" | "url"> {
  readonly call_sid: string;
  readonly account_sid: string;
}

/** One call, with what its summary says. Other fields are allowed. */
export interface FixtureCall extends CallRecord {
  /**
   * Whether its summary and its annotation are available, and why not.
   *
   * - `incomplete`: it has just ended, and its summary is not there yet (code 17001)
   * - `expired`: it ended more than 30 days ago (code 17002)
   * - `advanced_features_off`: it was made before the account had Advanced Features (code 17007)
   *
   * @default "available"
   */
  readonly availability?: CallAvailability;
}

export type CallAvailability = "available" | "incomplete" | "expired" | "advanced_features_off";

const account = matching(/^AC[0-9a-fA-F]{32}$/, "the SID of an account, AC and 32 hexadecimal digits");
const user = matching(
  /^(AC|SK)[0-9a-fA-F]{32}$/,
  "the SID of an API key or an account, SK or AC and 32 hexadecimal digits",
);
// The message does not repeat the value: it may be a secret all the same.
const secret: Check = (value, path) =>
  typeof value === "string" && value !== "" ? [] : [{ path, message: "must be a string that is not empty" }];

const accountOfUser = record({ account_sid: account, secret } satisfies Record<keyof FixtureAccount, Check>);

const call = record(
  {
    call_sid: matching(/^CA[0-9a-fA-F]{32}$/, "the SID of a call, CA and 32 hexadecimal digits"),
    account_sid: account,
    availability: oneOf(
      ...(["available", "incomplete", "expired", "advanced_features_off"] satisfies CallAvailability[]),
    ),
  },
  { required: ["call_sid", "account_sid"], open: true },
);

/** The fields of a call must fit its summary, since they are part of responses. */
const summary: Check = (value, path) =>
  summaries.CallSummary.issues(value)
    .filter((issue) => !["call_sid", "account_sid"].includes(String(issue.path[0])))
    .map((issue) => ({ path: [...path, ...issue.path], message: issue.message }));

/** The calls; each SID once. */
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

/** The accounts by user. A user that is an account stands for itself. */
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
 * Reads a fixture from the source of a JSON file.
 *
 * @param file its name, for messages.
 * @throws {SettingsError} with `file:line:column` for everything that is wrong
 */
export function parseFixture(source: string, file = "fixture"): Fixture {
  // The check has just established the type.
  return parseSettings(source, fixture, file) as Fixture;
}
