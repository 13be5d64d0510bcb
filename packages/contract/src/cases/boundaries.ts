import { expect } from "vitest";
import type { Case, ContractOperation, Target } from "../contract/contract.ts";
import type { ReaderName } from "../messages/allowances.ts";
import { type RightRequest, rightRequests } from "../messages/boundary-requests.ts";
import { findings } from "../prism/findings.ts";
import { call, send } from "../targets/call.ts";
import { expectAccepted } from "./refusals.ts";

/** What is only just allowed is accepted: the other side of every refusal. Prism says by itself what it objects to. */
export function boundaryCases(target: ReaderName, operations: readonly ContractOperation[]): readonly Case<Target>[] {
  return rightRequests(operations, { together: target === "mock" }).map(({ name, operation, request }) => ({
    name: `the ${target} accepts ${name}`,
    check: async (server) => expectAccepted(operation, await send(request, server)),
  }));
}

/** The same from the client, and then all reads of the same path: Prism reports nothing about any of them. */
export function readingCases(operations: readonly ContractOperation[]): readonly Case<Target>[] {
  return rightRequests(operations, { together: true }).map((right) => ({
    name: `Prism has nothing to say about ${right.name}, nor about what is read afterwards`,
    check: async (server) => {
      const { url: baseUrl, fetch } = server;
      await call(right.operation, right.call, { baseUrl, fetch });
      for (const reader of readersOf(right, operations)) {
        const { parameters } = right.call;
        await call(reader, { parameters }, { baseUrl, fetch });
      }
      expect(server.exchanges.flatMap(({ response }) => findings(response))).toEqual([]);
    },
  }));
}

function readersOf(
  { operation }: RightRequest,
  operations: readonly ContractOperation[],
): readonly ContractOperation[] {
  const { method, path } = operation.generated;
  if (method === "GET") return [];
  return operations.filter(({ generated }) => generated.method === "GET" && generated.path === path);
}
