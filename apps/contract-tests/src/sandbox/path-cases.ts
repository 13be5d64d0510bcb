import {
  type Case,
  type ContractOperation,
  expectRefusal,
  rightRequest,
  send,
  type Target,
  type WireRequest,
} from "@earmark/contract";
import { METHODS } from "@earmark/openapi";
import { expect } from "vitest";

/** What a path answers to methods that the document does not have for it. */
export function pathCases(path: string, operations: readonly ContractOperation[]): readonly Case<Target>[] {
  const [first] = operations;
  if (first === undefined) return [];
  const documented = operations.map(({ generated }) => generated.method as string);
  const answered = [...new Set([...documented, ...(documented.includes("GET") ? ["HEAD"] : []), "OPTIONS"])];
  const allow = answered.toSorted().join(", ");
  const right = rightRequest(first);
  // `fetch` sends no TRACE, and a refused HEAD has no body to look at.
  const unseen = ["HEAD", "TRACE", ...answered];
  const undocumented = METHODS.map((method) => method.toUpperCase()).filter((method) => !unseen.includes(method));
  return [
    {
      name: `OPTIONS ${path} lists the methods, to anybody`,
      check: async (server) => {
        const answer = await send({ ...right, method: "OPTIONS", headers: {} }, server);
        expect(answer).toMatchObject({ status: 204, headers: { allow }, body: "" });
      },
    },
    ...undocumented.map(
      (method): Case<Target> => ({
        name: `${method} ${path} is not allowed`,
        check: async (server) => {
          const answer = await send({ ...right, method }, server);
          expectRefusal(answer, 405, 20004, allow);
          expect(answer.headers).toMatchObject({ allow });
        },
      }),
    ),
    ...elsewhere(right).map(
      (wrong): Case<Target> => ({
        name: `there is nothing at ${wrong.path}`,
        check: async (server) => expectRefusal(await send(wrong, server), 404, 20404, wrong.path.slice(0, 20)),
      }),
    ),
  ];
}

/** Paths that differ from that of an operation by a little. */
function elsewhere(right: WireRequest): readonly WireRequest[] {
  const [path = "", query = ""] = right.path.split("?");
  const paths = [
    `${path}/`,
    `/${path}`,
    `${path}x`,
    path.slice(0, -1),
    path.toLowerCase(),
    path.replace("v1", "%761"),
    "/",
  ];
  return paths.map((other) => ({ ...right, path: query === "" ? other : `${other}?${query}` }));
}
