import type { Credentials } from "@earmark/contract";

/** Whom to ask, as whom, and about which calls. */
export interface LiveOptions {
  readonly baseUrl: string;
  readonly credentials: Credentials;
  /** SID of a call that may be read. */
  readonly readable: string;
  /** SID of a call that may be written, and is left as it was. */
  readonly writable?: string;
  /** File for the redacted exchanges. */
  readonly recording?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const SID = /^CA[0-9a-fA-F]{32}$/;

/** What is missing before the live API is asked. */
export const HOW_TO =
  "The live API was not asked. To read from it, set TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN, or TWILIO_API_KEY with " +
  "TWILIO_API_SECRET, and CONTRACT_LIVE_READ to the SID of a call; to write to it as well, CONTRACT_LIVE_WRITE to the " +
  "SID of a call whose annotation may be changed for a moment.";

/** `undefined` unless the environment asks for it. Throws when it asks for it in a way that makes no sense. */
export function liveOptions(environment: Environment, server: string): LiveOptions | undefined {
  const {
    CONTRACT_LIVE_READ: readable,
    CONTRACT_LIVE_WRITE: writable,
    CONTRACT_LIVE_RECORDING: recording,
  } = environment;
  if (readable === undefined && writable === undefined) return undefined;
  const call = readable ?? writable ?? "";
  for (const sid of [call, writable ?? call]) {
    if (!SID.test(sid))
      throw new Error(
        `CONTRACT_LIVE_READ and CONTRACT_LIVE_WRITE must be SIDs of calls (CA and 32 hexadecimal digits).`,
      );
  }
  return {
    baseUrl: (environment.EARMARK_BASE_URL ?? server).replace(/\/+$/, ""),
    credentials: credentialsIn(environment),
    readable: call,
    ...(writable !== undefined && { writable }),
    ...(recording !== undefined && { recording }),
  };
}

function credentialsIn(environment: Environment): Credentials {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = environment;
  const { TWILIO_API_KEY: apiKey, TWILIO_API_SECRET: apiSecret } = environment;
  if (apiKey !== undefined && apiSecret !== undefined) return { apiKey, apiSecret };
  if (accountSid !== undefined && authToken !== undefined) return { accountSid, authToken };
  throw new Error(HOW_TO);
}
