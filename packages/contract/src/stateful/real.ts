import { expect } from "vitest";
import type { ContractOperation, Identity, State, Target } from "../contract/contract.ts";
import { authorizationOf, type Credentials } from "../contract/credentials.ts";
import type { WireResponse } from "../coverage/exchange.ts";
import { rightRequest } from "../messages/right-request.ts";
import { findings } from "../prism/findings.ts";
import { call, send } from "../targets/call.ts";
import { freshDigits, identityOf } from "./subject.ts";

/** Which resource a step is about, and how its caller authenticates. */
export interface Place {
  /** One of the two accounts of a run. */
  readonly account: number;
  /** With an API key of the account instead of the account itself. */
  readonly byKey: boolean;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A server, and accounts on it that no other test has. */
export interface Real {
  readonly identityOf: (operation: ContractOperation, place: Place) => Identity;
  /** Calls the generated client. Prism must have nothing to say about it. */
  readonly call: (operation: ContractOperation, place: Place, body?: unknown) => Promise<State>;
  /** Sends a body that no client would send. */
  readonly send: (operation: ContractOperation, place: Place, type: string, body: string) => Promise<WireResponse>;
}

export function realOn(target: Target): Real {
  const digits = [freshDigits(), freshDigits()];
  const credentialsOf = ({ account, byKey }: Place): Credentials =>
    byKey
      ? { apiKey: `SK${digits[account]}`, apiSecret: "secret" }
      : { accountSid: `AC${digits[account]}`, authToken: "secret" };
  return {
    identityOf: (operation, { account, parameters }) =>
      identityOf(operation, `AC${digits[account]}`, parameters, target.origin),
    async call(operation, place, body) {
      const { url: baseUrl, fetch, exchanges } = target;
      const before = exchanges.length;
      const { parameters } = place;
      const state = await call(operation, { parameters, body }, { baseUrl, fetch, as: credentialsOf(place) });
      expect(exchanges.slice(before).flatMap(({ response }) => findings(response))).toEqual([]);
      return Object(state);
    },
    send(operation, place, type, body) {
      const headers = { authorization: authorizationOf(credentialsOf(place)), "content-type": type };
      return send(rightRequest(operation, { parameters: place.parameters, headers, body }), target);
    },
  };
}
