import { RequestValidationError } from "@earmark/http";
import { expect } from "vitest";
import type { Case, ContractOperation } from "../contract/contract.ts";
import { authorizationOf, type Credentials, credentials } from "../contract/credentials.ts";
import { exampleCall } from "../document/examples.ts";
import { violations } from "../messages/violations.ts";
import { call } from "../targets/call.ts";

/** Who may call: an account, or an API key of it. */
const CALLERS: readonly Credentials[] = [credentials, { apiKey: `SK${"b".repeat(32)}`, apiSecret: "another secret" }];

/** The client sends nothing that the document forbids, and sends what it allows to where the document says. */
export function clientCases(operations: readonly ContractOperation[]): readonly Case[] {
  const refusals = violations(operations).flatMap(({ name, operation, at, codes, call: wrong }) =>
    wrong === undefined
      ? []
      : {
          name: `the client refuses ${name}, and sends nothing`,
          check: async () => {
            const { sent, fetch } = recorder();
            const error: unknown = await call(operation, wrong, { fetch }).catch((reason) => reason);
            expect(sent).toEqual([]);
            expect(error).toBeInstanceOf(RequestValidationError);
            expect(error).toMatchObject({
              issues: expect.arrayContaining([
                expect.objectContaining({ path: at.slice(1), code: expect.toBeOneOf([...codes]) }),
              ]),
            });
          },
        },
  );
  const right = operations.map((operation) => ({
    name: `the client sends a right call of ${operation.method} to the server of the document, with each kind of credentials`,
    check: () => expectSent(operation),
  }));
  return [...refusals, ...right];
}

async function expectSent(operation: ContractOperation): Promise<void> {
  const { method, servers = [], security = [] } = operation.documented;
  const [scheme] = security.flat();
  expect(scheme).toMatchObject({ type: "http", scheme: "basic" });
  expect(scheme?.extensions?.["x-credentials"]).toEqual(CALLERS.map((who) => Object.keys(who)));
  for (const as of CALLERS) {
    const { sent, fetch } = recorder();
    // What is wrong with the response, which says nothing, is not the question.
    await call(operation, exampleCall(operation), { fetch, as, baseUrl: undefined, responseValidation: "off" });
    const facts = sent.map((request) => [
      request.method,
      new URL(request.url).origin,
      request.headers.get("authorization"),
    ]);
    const [server] = servers.map(({ url }) => new URL(url).origin);
    expect(facts).toEqual([[method.toUpperCase(), server, authorizationOf(as)]]);
  }
}

function recorder(): { readonly sent: Request[]; readonly fetch: (request: Request) => Promise<Response> } {
  const sent: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(request);
    return Response.json({});
  };
  return { sent, fetch };
}
