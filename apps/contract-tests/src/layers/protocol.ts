import { expect } from "vitest";
import { authorizationOf, credentials } from "../document/credentials.ts";
import { exampleCall } from "../document/examples.ts";
import { FORM, formBody } from "../document/form-body.ts";
import type { ContractOperation } from "../document/operations.ts";
import type { WireAnswer, WireRequest } from "../tap/exchange.ts";
import { send } from "../tap/send.ts";
import type { Target } from "../targets/target.ts";
import { rightRequest } from "../violations/right-request.ts";
import type { Case } from "./case.ts";
import { expectRefusal } from "./expect-refusal.ts";

/**
 * What holds for every server of a document, whatever it is about: HTTP (RFC 9110), and the way in which this provider
 * refuses, authenticates and counts its requests. Prism is no such server: it answers with what the document has.
 */
export function protocolCases(operations: readonly ContractOperation[]): readonly Case<Target>[] {
  const paths = Map.groupBy(operations, ({ generated }) => generated.path);
  return [
    ...[...paths].flatMap(([path, here]) => pathCases(path, here)),
    ...operations.flatMap((operation) => [...operationCases(operation), ...bodyCases(operation)]),
  ];
}

/** What a path answers to methods that the document does not have for it. */
function pathCases(path: string, operations: readonly ContractOperation[]): readonly Case<Target>[] {
  const [first] = operations;
  if (first === undefined) return [];
  const documented = operations.map(({ generated }) => generated.method as string);
  const answered = [...new Set([...documented, ...(documented.includes("GET") ? ["HEAD"] : []), "OPTIONS"])];
  const allow = answered.toSorted().join(", ");
  const right = rightRequest(first);
  const undocumented = ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) => !answered.includes(method));
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

function operationCases(operation: ContractOperation): readonly Case<Target>[] {
  const { method, generated } = operation;
  const right = rightRequest(operation);
  const cases: readonly Case<Target>[] = [
    {
      name: `${method} numbers its answers`,
      check: async (server) => {
        const requests = [right, right, { ...right, headers: {} }];
        const answers = await Promise.all(requests.map((each) => send(each, server)));
        const ids = answers.map(({ headers }) => headers["twilio-request-id"]);
        for (const id of ids) expect(id).toMatch(/^RQ[0-9a-f]{32}$/);
        expect(new Set(ids).size).toBe(ids.length);
      },
    },
    {
      name: `${method} ignores a query that the document does not have`,
      check: async (server) => {
        const path = `${right.path}${right.path.includes("?") ? "&" : "?"}Unlisted=1`;
        expect(await send({ ...right, path }, server)).toMatchObject({ status: 200 });
      },
    },
    {
      name: `${method} takes credentials however they are spelled`,
      check: async (server) => {
        const expected = facts(await send(right, server));
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
        expect(answer.headers["www-authenticate"]).toMatch(/^Basic realm="[^"]+"/);
      },
    })),
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
  return operation.generated.parameters.flatMap(({ in: place, name }) => {
    const value = String(exampleCall(operation).parameters[name]);
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

/** How a body may be announced, and how large it may be. */
function bodyCases(operation: ContractOperation): readonly Case<Target>[] {
  const form = formBody(operation);
  if (form === undefined) return [];
  const { method } = operation;
  const [field = ""] = Object.entries(form.fields).find(([, { type }]) => type === "string") ?? [];
  const sent = (headers: Readonly<Record<string, string>>, body: string) => rightRequest(operation, { headers, body });
  const accepted = [
    "application/x-www-form-urlencoded; charset=UTF-8",
    "Application/X-WWW-Form-URLEncoded;charset=utf-8",
  ];
  const nothing = [
    sent({ "content-type": FORM }, ""),
    sent({ "content-type": "text/plain" }, ""),
    rightRequest(operation),
  ];
  return [
    ...accepted.map((type) => ({
      name: `${method} takes a form as ${type}`,
      check: async (server: Target) =>
        expect(await send(sent({ "content-type": type }, "Unlisted=1"), server)).toMatchObject({ status: 400 }),
    })),
    {
      name: `${method} does not take a form that is compressed, or not called one`,
      check: async (server) => {
        expectRefusal(
          await send(sent({ "content-type": FORM, "content-encoding": "gzip" }, "a=b"), server),
          415,
          20415,
          FORM,
        );
        expectRefusal(await send(sent({ "content-type": "" }, "a=b"), server), 415, 20415, FORM);
      },
    },
    {
      name: `${method} takes nothing for no change`,
      check: async (server) => {
        const [first, ...others] = await Promise.all(nothing.map((each) => send(each, server)));
        expect(first?.status).toBe(operation.generated.requestBody?.required ? 400 : 200);
        for (const other of others) expect(facts(other)).toEqual(first && facts(first));
      },
    },
    {
      name: `${method} takes 64 KiB and no more`,
      check: async (server) => {
        const body = `${field}=${"a".repeat(65_536 - field.length - 1)}`;
        expectRefusal(await send(sent({ "content-type": FORM }, body), server), 400, 20001, field);
        expectRefusal(await send(sent({ "content-type": FORM }, `${body}a`), server), 413, 20413, "65536");
      },
    },
    {
      name: `${method} says in few words what is wrong with thousands of fields`,
      check: async (server) => {
        const body = Array.from({ length: 9_000 }, (_, index) => index.toString(36)).join("&");
        const answer = await send(sent({ "content-type": FORM }, body), server);
        expectRefusal(answer, 400, 20001, "more");
        expect(answer.body.length).toBeLessThan(3_000);
      },
    },
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

/** What does not differ between two answers to the same question. */
function facts({ status, headers, body }: WireAnswer): object {
  const { "twilio-request-id": _, "twilio-concurrent-requests": __, date: ___, ...rest } = headers;
  return { status, headers: rest, body };
}
