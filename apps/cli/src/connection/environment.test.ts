import { expect, test } from "vitest";
import { checkRegion, readBaseUrl, readCredentials } from "./environment.ts";

const account = { TWILIO_ACCOUNT_SID: "AC1", TWILIO_AUTH_TOKEN: "token" };
const key = { TWILIO_API_KEY: "SK1", TWILIO_API_SECRET: "secret" };

test.each<[object, object]>([
  [account, { accountSid: "AC1", authToken: "token" }],
  [key, { apiKey: "SK1", apiSecret: "secret" }],
  [
    { ...account, ...key },
    { apiKey: "SK1", apiSecret: "secret" },
  ],
  [
    { ...account, TWILIO_API_KEY: "SK1" },
    { accountSid: "AC1", authToken: "token" },
  ],
  [
    { ...account, ...key, TWILIO_API_SECRET: "" },
    { accountSid: "AC1", authToken: "token" },
  ],
])("%j gives one pair", (env, credentials) => {
  expect(readCredentials({ ...env })).toEqual(credentials);
});

test.each<[object, RegExp]>([
  [{}, /set TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN, or TWILIO_API_KEY with TWILIO_API_SECRET$/],
  [{ TWILIO_ACCOUNT_SID: "AC1" }, /TWILIO_AUTH_TOKEN is not set$/],
  [{ TWILIO_API_SECRET: "secret" }, /TWILIO_API_KEY is not set$/],
  [{ ...account, TWILIO_ACCOUNT_SID: "AC1:x" }, /TWILIO_ACCOUNT_SID must not contain a colon/],
])("%j is not enough", (env, message) => {
  expect(() => readCredentials({ ...env })).toThrow(message);
});

test.each<[string | undefined, string | undefined, string]>([
  [undefined, undefined, "https://insights.twilio.com/"],
  [undefined, "", "https://insights.twilio.com/"],
  [undefined, "http://127.0.0.1:1", "http://127.0.0.1:1/"],
  ["https://a.test", "http://127.0.0.1:1", "https://a.test/"],
])("option %s and variable %s: %s", (option, variable, expected) => {
  expect(readBaseUrl(option, { EARMARK_BASE_URL: variable }).href).toBe(expected);
});

test("says which setting is no URL, and does not repeat it", () => {
  const message = (read: () => unknown) => {
    try {
      read();
    } catch (error) {
      return String(error);
    }
    return "nothing thrown";
  };
  expect(message(() => readBaseUrl("//user:hunter2@host", {}))).not.toContain("hunter2");
  expect(message(() => readBaseUrl("nowhere", {}))).toContain("--base-url must be an https: URL");
  expect(message(() => readBaseUrl(undefined, { EARMARK_BASE_URL: "x" }))).toContain(
    "EARMARK_BASE_URL must be an https: URL",
  );
});

test.each([
  ["http://example.com", "one with http://example.com"],
  ["http://localhost.", "one with http://localhost."],
  ["http://api.localhost", "one with http://api.localhost"],
  ["http://localhost.example.com", "one with http://localhost.example.com"],
  ["http://10.0.0.1", "one with http://10.0.0.1"],
  ["https://u@a.test", "one with a user or a password"],
  ["https://a.test?x", "one with a query or a fragment"],
  ["https://a.test#x", "one with a query or a fragment"],
  ["ftp://localhost", "one with ftp://localhost"],
  ["localhost:4010", "none: does it begin with https:// or http://?"],
  ["127.0.0.1:4010", "none: does it begin with https:// or http://?"],
])("credentials do not go to %s", (option, received) => {
  const refusal = "--base-url must be an https: URL, or http: to this machine";
  expect(() => readBaseUrl(option, {})).toThrow(refusal);
  expect(() => readBaseUrl(option, {})).toThrow(`; received ${received}`);
});

test.each([
  "http://localhost:1",
  "http://LOCALHOST:1",
  "http://127.8.8.8",
  "http://[::1]:4010",
  "https://proxy.test/twilio",
])("credentials may go to %s", (option) => {
  expect(readBaseUrl(option, {}).origin).toBe(new URL(option).origin);
});

test.each([undefined, "", "us1"])("region %s is fine", (region) => {
  expect(() => checkRegion({ TWILIO_REGION: region })).not.toThrow();
});

test("another region is refused with the reason", () => {
  expect(() => checkRegion({ TWILIO_REGION: "ie1" })).toThrow(/TWILIO_REGION .* received "ie1": .* US1 only/);
});
