import {
  type Case,
  type ContractOperation,
  FORM,
  formBody,
  labelOf,
  rightRequest,
  send,
  type Target,
} from "@earmark/contract";
import { expect } from "vitest";

/** Of a request with everything wrong, the first thing in this order is said: where, how, who, which, what kind, what. */
export function orderCases(operation: ContractOperation): readonly Case<Target>[] {
  const { generated, method } = operation;
  const [parameter] = generated.parameters.filter(({ in: place }) => place === "path");
  if (formBody(operation) === undefined || parameter === undefined) return [];
  const headers = { authorization: "", "content-type": "text/plain" };
  const everything = rightRequest(operation, {
    parameters: { [labelOf(parameter)]: "x" },
    headers,
    body: "Unlisted=%",
  });
  const known = rightRequest(operation).headers;
  const right = { ...everything, headers: { ...everything.headers, authorization: known.authorization ?? "" } };
  const found = { ...right, path: rightRequest(operation).path };
  const form = { ...found, headers: { ...found.headers, "content-type": FORM } };
  return [
    {
      name: `${method} says what is wrong in the order path, method, credentials, parameters, media type, body`,
      check: async (server) => {
        // A method of HTTP (RFC 3253) that no document can describe.
        const method = "REPORT";
        const elsewhere = { ...everything, path: "/nowhere", method };
        const requests = [elsewhere, { ...everything, method }, everything, right, found, form];
        const statuses = [];
        for (const request of requests) statuses.push((await send(request, server)).status);
        expect(statuses).toEqual([404, 405, 401, 404, 415, 400]);
      },
    },
  ];
}
