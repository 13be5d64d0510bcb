import type { CallRecord } from "./call-record.ts";

/** The world that a sandbox stands in: who may come in, and which calls there are. Data, so that a file can hold it. */
export interface Fixture {
  /**
   * By the user of the Basic credentials: the SID of an API key or of an account. Users that are not listed are let in
   * with any secret, an API key for the account with the same 32 digits.
   *
   * @default {}
   * @example { "SK00000000000000000000000000000000": "AC11111111111111111111111111111111" }
   */
  readonly accounts?: Readonly<Record<string, string | FixtureAccount>>;
  /**
   * The only calls that there are. Others than the account of a call are refused with 403.
   *
   * @default every well-formed SID is a call of whoever asks
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
   * The only secret that is let in.
   *
   * @default any that is not empty
   */
  readonly secret?: string;
}

/** One call, with what its summary says, and whatever else one wants to write down. */
export interface FixtureCall extends CallRecord {
  /**
   * Why its summary and its annotation cannot be had, if so.
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
