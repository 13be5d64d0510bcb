import { describe, expect, test } from "vitest";
import type { RecordedExchange } from "../exchange.ts";
import { exchange, probesOf, things } from "../testing/things.ts";
import { measure } from "./measure.ts";

const probes = await probesOf(things);

/** What is known about a coverage item of the operation after these exchanges. */
function stateAfter(item: string, exchanges: readonly RecordedExchange[]): string | undefined {
  const items = measure(probes, exchanges).operations.flatMap((operation) => operation.items);
  return items.find(({ id }) => id === `test/UpdateThing${item}`)?.state;
}

function violations(location: string): Readonly<Record<string, string>> {
  const violation = { location: ["response", ...location.split(".")], severity: "Error", code: "type" };
  return { "sl-violations": JSON.stringify([violation]) };
}

type Case = readonly [what: string, item: string, given: Parameters<typeof exchange>[0], state: string];

describe("what is allowed", () => {
  const cases: readonly Case[] = [
    ["accepted", "/body/Kind:enum=b", { body: "Kind=b" }, "covered"],
    ["refused", "/body/Kind:enum=b", { body: "Kind=b", status: 400 }, "observed"],
    ["met with an error of the server", "/body/Kind:enum=b", { body: "Kind=b", status: 500 }, "observed"],
    ["accepted with a status that is not documented", "/body/Kind:enum=b", { body: "Kind=b", status: 201 }, "observed"],
    ["accepted beside something wrong", "/body/Kind:enum=b", { body: "Kind=b&Other=1" }, "observed"],
    [
      "accepted without credentials",
      "/body/Kind:enum=b",
      { body: "Kind=b", headers: { authorization: "" } },
      "observed",
    ],
    ["sent beside what cannot be read", "/body/Kind:enum=b", { body: "Kind=b&Name=%ZZ" }, "observed"],
    ["never sent", "/body/Kind:enum=b", { body: "Kind=a" }, "missing"],
    ["at a limit", "/body/Name:maxLength=3", { body: "Name=a%C3%BCb" }, "covered"],
    ["within a limit", "/body/Name:maxLength=3", { body: "Name=ab" }, "missing"],
    ["an example, in another order", "/body:example=both", { body: "Kind=a&Name=abc" }, "covered"],
    ["a body that is left out", "/body:absent", {}, "covered"],
    ["a parameter of the query", "/query/Dry:boolean=true", { path: "/things/T1?Dry=true" }, "covered"],
    ["a parameter that is left out", "/query/Dry:absent", {}, "covered"],
    ["a list in a header", "/header/X-Tags:maxItems=2", { headers: { "x-tags": "a,b" } }, "covered"],
    ["a call below the path of a server", "/path/Id:example=example", { path: "/base/things/T1" }, "covered"],
    ["credentials", "/security:with=Basic", {}, "covered"],
  ];
  test.for(cases)("%s", ([, item, given, state]) => expect(stateAfter(item, [exchange(given)])).toBe(state));
});

describe("what is forbidden", () => {
  const wrong = { body: "Name=abcd", status: 400 };
  const cases: readonly Case[] = [
    ["refused", "/body/Name:maxLength!3", wrong, "covered"],
    ["let through", "/body/Name:maxLength!3", { ...wrong, status: 200 }, "observed"],
    ["too much for a server", "/body/Name:maxLength!3", { ...wrong, status: 500 }, "observed"],
    ["refused for who sent it", "/body/Name:maxLength!3", { ...wrong, status: 401 }, "observed"],
    ["refused for when it came", "/body/Name:maxLength!3", { ...wrong, status: 429 }, "observed"],
    ["refused, far beyond", "/body/Name:maxLength!3", { ...wrong, body: "Name=abcde" }, "missing"],
    [
      "refused beside something else that is wrong",
      "/body/Name:maxLength!3",
      { ...wrong, body: "Name=abcd&Kind=c" },
      "observed",
    ],
    ["a path that does not exist", "/path/Id:pattern!", { path: "/things/x", status: 404 }, "covered"],
    ["a body that is not found", "/body/Name:maxLength!3", { ...wrong, status: 404 }, "observed"],
    [
      "what cannot be read, of which a schema knows nothing",
      "/path/Id:pattern!",
      { path: "/things/%ZZ", status: 404 },
      "missing",
    ],
    ["an unlisted field", "/body:additionalProperties!", { body: "Other=1", status: 400 }, "covered"],
    ["an empty part of a path", "/path/Id:absent!", { path: "/things/", status: 404 }, "covered"],
    ["strangers", "/security:without", { headers: { authorization: "" }, status: 401 }, "covered"],
    ["malformed credentials", "/security:without", { headers: { authorization: "Basic !" }, status: 401 }, "covered"],
    [
      "strangers with a wrong body",
      "/security:without",
      { ...wrong, headers: { authorization: "" }, status: 401 },
      "observed",
    ],
    [
      "another media type",
      "/body/&type:type!",
      { body: "{}", headers: { "content-type": "application/json" }, status: 415 },
      "covered",
    ],
  ];
  test.for(cases)("%s", ([, item, given, state]) => expect(stateAfter(item, [exchange(given)])).toBe(state));
});

describe("a response", () => {
  const cases: readonly Case[] = [
    ["with a value", "/200/body/size:maximum=9", { response: { name: "x", size: 9 } }, "covered"],
    ["with null", "/200/body/size:null", { response: { name: "x", size: null } }, "covered"],
    ["without a field", "/200/body/size:absent", { response: { name: "x" } }, "covered"],
    ["that is wrong elsewhere", "/200/body/size:null", { response: { size: null } }, "observed"],
    ["like its example", "/200/body:example=example", { response: { size: 9, name: "abc" } }, "covered"],
    ["of a class of statuses", "/4XX:seen", { path: "/things/x", status: 404 }, "covered"],
    ["of another media type", "/200:seen", { response: "<p>", said: { "content-type": "text/html" } }, "observed"],
    ["that is wrong", "/200/body/size:maximum!9", { response: { name: "x", size: 10 } }, "observed"],
    [
      "that is wrong, which Prism says",
      "/200/body/size:maximum!9",
      { response: { name: "x", size: 10 }, said: violations("body.size") },
      "covered",
    ],
    [
      "that is wrong, while Prism speaks of something else",
      "/200/body/size:maximum!9",
      { response: { name: "x", size: 10 }, said: violations("body.name") },
      "observed",
    ],
    [
      "without what is required, of which Prism names the object",
      "/200/body/name:absent!",
      { response: {}, said: violations("body") },
      "covered",
    ],
    [
      "that is wrong, in a header that was cut off",
      "/200/body/size:maximum!9",
      { response: { name: "x", size: 10 }, said: { "sl-violations": "Too many violations! [" } },
      "observed",
    ],
  ];
  test.for(cases)("%s", ([, item, given, state]) => expect(stateAfter(item, [exchange(given)])).toBe(state));

  test("may have what is not documented, which is told", () => {
    const { operations } = measure(probes, [
      exchange({ status: 302 }),
      exchange({ response: "<p>", said: { "content-type": "text/html" }, target: "sandbox" }),
      exchange({ response: { name: "x", extra: 1 } }),
      exchange({ response: { name: "x", extra: 1 }, target: "proxy" }),
      exchange({ response: { name: "x", other: 1 }, target: "scripted" }),
    ]);
    expect(Object.fromEntries(operations[0]?.undocumented ?? [])).toEqual({
      "field body.extra": { mock: 1, proxy: 1 },
      "media type text/html": { sandbox: 1 },
      "status 302": { mock: 1 },
    });
  });
});

describe("a measurement", () => {
  test("knows which operation is meant where two fit, and which request is for none", () => {
    const unmatched = exchange({ method: "DELETE" });
    const { operations, unmatched: found } = measure(probes, [
      exchange({ method: "GET", path: "/things/default?x=1", headers: { authorization: "" }, status: 204 }),
      unmatched,
    ]);
    const covered = operations.map(({ items }) => items.filter(({ state }) => state === "covered").map(({ id }) => id));
    expect(covered).toEqual([
      [],
      ["test/FetchDefault:called", "test/FetchDefault/security:without", "test/FetchDefault/204:seen"],
    ]);
    expect(found).toEqual([unmatched]);
  });

  test("leaves out what got no response", () => {
    expect(measure(probes, [exchange({ status: 599 })]).exchanges).toEqual([]);
  });

  test("counts by target, and shows the simplest proof of each", () => {
    const [simple, long] = [exchange({ body: "Kind=b" }), exchange({ body: "Kind=b&Name=ab" })];
    const let_through = exchange({ body: "Kind=b&Other=1", target: "sandbox" });
    const { operations } = measure(probes, [long, simple, let_through, exchange({ body: "Kind=b", status: 500 })]);
    const item = operations[0]?.items.find(({ id }) => id.endsWith("Kind:enum=b"));
    expect(item?.hits).toEqual({ mock: { proven: 2, met: 3 }, sandbox: { proven: 0, met: 1 } });
    expect(item?.examples).toEqual([simple, let_through]);
  });
});

describe.each(["constructor", "__proto__", "toString", "hasOwnProperty"])("what is called %s", (name) => {
  const schema = { type: "string" };
  const places = ["header", "query", "cookie"] as const;
  const security = { securitySchemes: { [name]: { type: "apiKey", in: "header", name: `x-${name}` } } };
  const documented = { description: "", headers: { [name]: { schema } } };
  const document = {
    openapi: "3.1.0",
    info: { title: "Names", version: "1" },
    security: [Object.fromEntries([[name, []]])],
    paths: {
      "/a": {
        get: {
          operationId: "Go",
          parameters: places.map((place) => ({ name, in: place, schema })),
          responses: { "200": documented },
        },
      },
    },
    components: security,
  };
  const request = { method: "GET", path: "/a", headers: { [`x-${name.toLowerCase()}`]: "k" } };
  const response = { status: 200, headers: {}, body: "" };
  const sent = {
    method: "GET",
    path: `/a?${name}=v`,
    headers: Object.fromEntries([
      [name.toLowerCase(), "v"],
      ["cookie", `${name}=v`],
      [`x-${name.toLowerCase()}`, "k"],
    ]),
  };
  const states = async (exchange: Pick<RecordedExchange, "request" | "response">) => {
    const { operations } = measure(await probesOf(document), [{ target: "mock", ...exchange }]);
    const items = operations.flatMap((operation) => operation.items);
    return Object.fromEntries(items.map(({ id, state }) => [id.replace("test/Go/", ""), state]));
  };

  test("is left out where it is", async () => {
    const found = await states({ request, response });
    for (const place of places) {
      expect(found[`${place}/${name}:absent`]).toBe("covered");
      expect(found[`${place}/${name}:sent`]).toBe("missing");
    }
    expect(found[`200/headers/${name}:seen`]).toBe("missing");
  });

  test("is there where it was sent", async () => {
    const headers = Object.fromEntries([[name.toLowerCase(), "v"]]);
    const found = await states({ request: sent, response: { ...response, headers } });
    for (const place of places) expect(found[`${place}/${name}:sent`]).toBe("covered");
    expect(found[`200/headers/${name}:seen`]).toBe("covered");
  });
});
