import {
  type Case,
  type ContractOperation,
  exampleCall,
  expectSuccess,
  labelOf,
  rightRequest,
  send,
  type Target,
} from "@earmark/contract";
import { expect } from "vitest";
import { facts } from "./facts.ts";

/** What every operation does, whatever it is about. */
export function operationCases(operation: ContractOperation): readonly Case<Target>[] {
  const { method, generated } = operation;
  const right = rightRequest(operation);
  const cases: readonly Case<Target>[] = [
    {
      name: `${method} numbers its answers, and says how many are under way`,
      check: async (server) => {
        const requests = [right, right, { ...right, headers: {} }];
        const answers = await Promise.all(requests.map((each) => send(each, server)));
        const ids = answers.map(({ headers }) => headers["twilio-request-id"]);
        for (const id of ids) expect(id).toMatch(/^RQ[0-9a-f]{32}$/);
        expect(new Set(ids).size).toBe(ids.length);
        const underWay = answers.map(({ headers }) => headers["twilio-concurrent-requests"]);
        expect(underWay).toEqual([expect.stringMatching(/^[12]$/), expect.stringMatching(/^[12]$/), undefined]);
      },
    },
    {
      name: `${method} ignores a query that the document does not have`,
      check: async (server) => {
        const path = `${right.path}${right.path.includes("?") ? "&" : "?"}Unlisted=1`;
        expectSuccess(operation, await send({ ...right, path }, server));
      },
    },
    ...pathParameterCases(operation),
  ];
  if (generated.method !== "GET") return cases;
  const head: Case<Target> = {
    name: `HEAD answers what ${method} answers, without the body`,
    check: async (server) => {
      for (const request of [right, { ...right, headers: {} }]) {
        const [get, headed] = [await send(request, server), await send({ ...request, method: "HEAD" }, server)];
        expect(facts(headed)).toEqual({ ...facts(get), body: "" });
      }
    },
  };
  return [...cases, head];
}

/** A parameter in a path may be encoded without need, and is still the same. */
function pathParameterCases(operation: ContractOperation): readonly Case<Target>[] {
  const right = rightRequest(operation);
  return operation.generated.parameters.flatMap((parameter) => {
    const { in: place, name } = parameter;
    const value = String(exampleCall(operation).parameters[labelOf(parameter)]);
    if (place !== "path" || value === "") return [];
    const code = value.charCodeAt(0).toString(16);
    const path = right.path.replace(value, `%${code}${value.slice(1)}`);
    return {
      name: `${operation.method} knows its ${name} however it is encoded`,
      check: async (server: Target) =>
        expect(facts(await send({ ...right, path }, server))).toEqual(facts(await send(right, server))),
    };
  });
}
