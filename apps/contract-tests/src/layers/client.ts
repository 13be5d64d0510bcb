import { RequestValidationError } from "@earmark/http";
import { expect } from "vitest";
import { credentials } from "../document/credentials.ts";
import { exampleCall } from "../document/examples.ts";
import type { ContractOperation } from "../document/operations.ts";
import { call } from "../targets/call.ts";
import { violations } from "../violations/violations.ts";
import type { Case } from "./case.ts";

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
    name: `the client sends a right call of ${operation.method} to the server of the document`,
    check: async () => {
      const { sent, fetch } = recorder();
      // What is wrong with the answer, which says nothing, is not the question.
      await call(operation, exampleCall(operation), { fetch, baseUrl: undefined, responseValidation: "off" });
      const { documented } = operation;
      expect(sent.map(({ method }) => method)).toEqual([documented.method.toUpperCase()]);
      expect(sent.map(({ url }) => new URL(url).origin)).toEqual(
        documented.servers?.map(({ url }) => new URL(url).origin),
      );
      expect(sent.map(({ headers }) => headers.get("authorization"))).toEqual(
        (documented.security ?? []).flat().map((scheme) => {
          expect(scheme).toMatchObject({ type: "http", scheme: "basic" });
          expect(scheme.extensions?.["x-credentials"]).toContainEqual(Object.keys(credentials));
          return `Basic ${btoa(Object.values(credentials).join(":"))}`;
        }),
      );
    },
  }));
  return [...refusals, ...right];
}

function recorder(): { readonly sent: Request[]; readonly fetch: (request: Request) => Promise<Response> } {
  const sent: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(request);
    return Response.json({});
  };
  return { sent, fetch };
}
