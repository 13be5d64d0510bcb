import {
  authorizationOf,
  type Case,
  type ContractOperation,
  credentials,
  expectRefusal,
  rightRequest,
  send,
  type Target,
} from "@earmark/contract";
import { expect } from "vitest";
import { facts } from "./facts.ts";

/** Who is let in, and who is not (RFC 7617). */
export function credentialCases(operation: ContractOperation): readonly Case<Target>[] {
  const { method } = operation;
  return [
    {
      name: `${method} takes credentials however they are spelled`,
      check: async (server) => {
        const expected = facts(await send(rightRequest(operation), server));
        for (const authorization of spelledCredentials()) {
          expect(facts(await send(rightRequest(operation, { headers: { authorization } }), server))).toEqual(expected);
        }
      },
    },
    ...strangers().map(([who, authorization]) => ({
      name: `${method} does not let in ${who}`,
      check: async (server: Target) => {
        const answer = await send(rightRequest(operation, { headers: { authorization } }), server);
        expectRefusal(answer, 401, 20003, "Authenticate");
        expect(answer.headers["www-authenticate"]).toBe('Basic realm="Twilio API", charset="UTF-8"');
      },
    })),
  ];
}

/** Credentials that mean those of every test. */
function spelledCredentials(): readonly string[] {
  const { accountSid } = credentials;
  const [, token = ""] = authorizationOf(credentials).split(" ");
  const secrets = [":a b:", "\u{1F600}", "x\n"];
  return [
    `basic ${token}`,
    `BASIC  ${token}`,
    authorizationOf({ apiKey: accountSid.replace("AC", "SK"), apiSecret: "secret" }),
    ...secrets.map((secret) => `Basic ${Buffer.from(`${accountSid}:${secret}`).toString("base64")}`),
  ];
}

/** Credentials of nobody. */
function strangers(): readonly (readonly [who: string, authorization: string])[] {
  const { accountSid } = credentials;
  const basic = (text: string) => `Basic ${Buffer.from(text, "latin1").toString("base64")}`;
  return [
    ["somebody without a SID", basic("someone:secret")],
    ["a SID that is too short", basic(`${accountSid.slice(0, -1)}:secret`)],
    ["a SID that is too long", basic(`${accountSid}a:secret`)],
    ["a SID with something before it", basic(`x${accountSid}:secret`)],
    ["a key that is too short", basic(`${accountSid.replace("AC", "SK").slice(0, -1)}:secret`)],
    ["a key that is too long", basic(`${accountSid.replace("AC", "SK")}a:secret`)],
    ["a key with something before it", basic(`x${accountSid.replace("AC", "SK")}:secret`)],
    ["the SID of something else", basic(`${accountSid.replace("AC", "CA")}:secret`)],
    ["an empty secret", basic(`${accountSid}:`)],
    ["text that is not UTF-8", basic(`${accountSid}:\xff`)],
    ["two at once", `${authorizationOf(credentials)}, ${authorizationOf(credentials)}`],
  ];
}
