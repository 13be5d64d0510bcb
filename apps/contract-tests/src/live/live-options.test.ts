import { expect, test } from "vitest";
import { liveOptions } from "./live-options.ts";

const sid = `CA${"0".repeat(32)}`;
const server = "https://insights.example";
const account = { TWILIO_ACCOUNT_SID: "AC1", TWILIO_AUTH_TOKEN: "t" };
const key = { TWILIO_API_KEY: "SK1", TWILIO_API_SECRET: "s" };

test.for([
  [{ ...account }, undefined],
  [
    { ...account, CONTRACT_LIVE_READ: sid },
    { baseUrl: server, credentials: { accountSid: "AC1", authToken: "t" }, readable: sid },
  ],
  [
    {
      ...account,
      ...key,
      CONTRACT_LIVE_WRITE: sid,
      EARMARK_BASE_URL: "http://127.0.0.1:1/",
      CONTRACT_LIVE_RECORDING: "f",
    },
    {
      baseUrl: "http://127.0.0.1:1",
      credentials: { apiKey: "SK1", apiSecret: "s" },
      readable: sid,
      writable: sid,
      recording: "f",
    },
  ],
] as const)("the environment %j allows %j", ([environment, options]) => {
  expect(liveOptions(environment, server)).toEqual(options);
});

test.for([
  [{ ...account, CONTRACT_LIVE_READ: "yes" }, /must be SIDs of calls/],
  [{ ...account, CONTRACT_LIVE_READ: sid, CONTRACT_LIVE_WRITE: "true" }, /must be SIDs of calls/],
  [{ CONTRACT_LIVE_READ: sid }, /set TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN/],
] as const)("the environment %j is no way to ask", ([environment, message]) => {
  expect(() => liveOptions(environment, server)).toThrow(message);
});
