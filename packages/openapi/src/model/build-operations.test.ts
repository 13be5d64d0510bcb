import { describe, expect, it } from "vitest";
import { messagesOf, modelOf, readingOf } from "../testing/documents.ts";
import type { Model, Operation } from "./model.ts";

const done = { "204": { description: "Done." } };
const id = { name: "id", in: "path", required: true, schema: { type: "string" } };

async function operation(item: object, components: object = {}): Promise<Operation> {
  const { operations } = await modelOf({ paths: { "/a/{id}": item }, components });
  const [only] = operations;
  if (only === undefined || operations.length > 1) throw new Error("expected one operation");
  return only;
}

const names = ({ schemas }: Model): string[] => schemas.map(({ name }) => name);

describe("parameters", () => {
  it("of the path are replaced by those of the operation that have the same name and place", async () => {
    const model = await modelOf({
      paths: {
        "/a/{id}": {
          parameters: [id, { name: "page", in: "query", schema: { type: "string" } }],
          get: {
            operationId: "Get",
            parameters: [
              { name: "page", in: "query", schema: { type: "integer" } },
              { name: "page", in: "header", schema: { type: "string" } },
            ],
            responses: done,
          },
        },
      },
    });
    const [{ parameters } = { parameters: [] }] = model.operations;
    expect(parameters.map((parameter) => [parameter.in, parameter.name, parameter.schema])).toEqual([
      ["path", "id", "GetId"],
      ["query", "page", "GetPage"],
      ["header", "page", "GetPage2"],
    ]);
    expect(model.schemas.find(({ name }) => name === "GetPage")?.schema).toEqual({ type: "integer" });
    expect(names(model)).toEqual(["GetId", "GetPage", "GetPage2"]);
  });

  it("are defaulted as OpenAPI says", async () => {
    const { parameters } = await operation({
      parameters: [id],
      get: {
        operationId: "Get",
        parameters: [
          { name: "q", in: "query", schema: {}, explode: false, deprecated: true, description: " What. " },
          { name: "H", in: "header", schema: {} },
        ],
        responses: done,
      },
    });
    expect(parameters.map(({ name, required, style, explode }) => [name, required, style, explode])).toEqual([
      ["id", true, "simple", false],
      ["q", false, "form", false],
      ["H", false, "simple", false],
    ]);
    expect(parameters[1]).toMatchObject({ deprecated: true, description: "What." });
  });

  it.each<[object, string]>([
    [
      { name: "q", in: "query", content: { "text/plain": {}, "application/json": {} } },
      "parameter q: expected a schema, or content of one media type",
    ],
    [{ name: "q", in: "body", schema: {} }, 'expected `in` to be path, query, header or cookie, received "body"'],
  ])("such as %j cost their operation, which is named with the reason", async (parameter, message) => {
    const get = { operationId: "Get", parameters: [parameter, id], responses: done };
    const { model, diagnostics } = await readingOf({ paths: { "/a/{id}": { get, put: { responses: done } } } });
    expect(model.operations.map(({ method }) => method)).toEqual(["PUT"]);
    expect(model.skipped).toMatchObject([{ operationId: "Get", parameters: [{ name: "id" }], reasons: [{ message }] }]);
    expect(diagnostics.filter(({ severity }) => severity === "warning")).toMatchObject([
      { rule: "structure", pointer: "#/paths/~1a~1{id}/get/parameters/0", message },
      {
        rule: "skipped",
        pointer: "#/paths/~1a~1{id}/get",
        message: `GET /a/{id} has no method in a client: ${message}`,
      },
      { rule: "path-parameters-defined" },
    ]);
  });
});

it.each([
  [{ in: "query", schema: {} }, "nothing"],
  [{ name: 7, in: "query", schema: {} }, "7"],
])("a parameter without a name is left out, with a warning: %j", async (parameter, received) => {
  const get = { operationId: "Get", parameters: [parameter], responses: { "204": { description: "Done." } } };
  const { model, diagnostics } = await readingOf({ paths: { "/a": { get } } });
  expect(model.operations).toMatchObject([{ operationId: "Get", parameters: [] }]);
  expect(diagnostics).toMatchObject([
    {
      rule: "structure",
      severity: "warning",
      pointer: "#/paths/~1a/get/parameters/0",
      message: `expected the \`name\` of a parameter, received ${received}, so it is left out`,
    },
  ]);
});

it.each([
  ["query", "matrix", "form", "form or spaceDelimited or pipeDelimited or deepObject"],
  ["path", "form", "simple", "simple or label or matrix"],
  ["cookie", "simple", "form", "form"],
])(
  "a parameter in %s with style %s is taken for %s, with a warning at its place",
  async (place, style, taken, styles) => {
    const parameters = [{ name: "a", in: place, style, schema: {} }];
    const { model, diagnostics } = await readingOf({
      paths: { [place === "path" ? "/{a}" : "/a"]: { get: { operationId: "A", parameters, responses: done } } },
    });
    expect(model.operations[0]?.parameters[0]).toMatchObject({ style: taken, explode: taken === "form" });
    const message = `expected style ${styles} in ${place}, received ${style}; taken for ${taken}`;
    expect(diagnostics[0]).toMatchObject({ rule: "style", line: 15, message });
  },
);

it("a parameter without a schema may be anything, with a warning at its place", async () => {
  const parameters = [{ name: "q", in: "query", type: "string" }];
  const { model, diagnostics } = await readingOf({
    paths: { "/a": { get: { operationId: "A", parameters, responses: done } } },
  });
  expect([model.operations[0]?.parameters[0]?.schema, model.schemas]).toMatchObject([
    "AQ",
    [{ name: "AQ", schema: {} }],
  ]);
  expect(diagnostics[0]?.message).toMatch(
    /^parameter q: expected a schema, or .*; taken for one that may be anything$/,
  );
});

describe("parameters beyond the default style", () => {
  it("keep style, explode, allowReserved and media type", async () => {
    const { parameters } = await operation({
      get: {
        operationId: "Get",
        parameters: [
          id,
          { name: "filter", in: "query", style: "deepObject", schema: { type: "object" } },
          { name: "tags", in: "query", style: "pipeDelimited", allowReserved: true, schema: { type: "array" } },
          { name: "where", in: "query", content: { "application/json": { schema: { type: "object" } } } },
          { name: "session", in: "cookie", schema: { type: "string" } },
          { name: "Accept", in: "header", schema: { type: "string" } },
        ],
        responses: done,
      },
    });
    const summary = parameters.map((one) => [one.name, one.style, one.explode, one.allowReserved, one.contentType]);
    expect(summary).toEqual([
      ["id", "simple", false, false, undefined],
      ["filter", "deepObject", true, false, undefined],
      ["tags", "pipeDelimited", false, true, undefined],
      ["where", "form", true, false, "application/json"],
      ["session", "form", true, false, undefined],
    ]);
  });
});

describe("references", () => {
  it("to parameters, bodies, answers and headers are followed", async () => {
    const components = {
      parameters: { Id: id, Alias: { $ref: "#/components/parameters/Id" } },
      requestBodies: { Body: { required: true, content: { "application/json": { schema: { type: "string" } } } } },
      responses: { Gone: { description: "Gone.", headers: { Link: { $ref: "#/components/headers/Link" } } } },
      headers: { Link: { description: "Where to.", schema: { type: "string" } } },
    };
    const found = await operation(
      {
        parameters: [{ $ref: "#/components/parameters/Alias" }],
        put: {
          operationId: "Put",
          requestBody: { $ref: "#/components/requestBodies/Body" },
          responses: { "410": { $ref: "#/components/responses/Gone" } },
        },
      },
      components,
    );
    expect(found).toMatchObject({
      parameters: [{ name: "id", pointer: "#/components/parameters/Id" }],
      requestBody: { required: true, content: [{ mediaType: "application/json", schema: "PutBody" }] },
      responses: [{ status: "410", description: "Gone.", headers: [{ name: "Link", description: "Where to." }] }],
    });
  });

  it("that lead in a cycle are refused", async () => {
    const parameters = { A: { $ref: "#/components/parameters/B" }, B: { $ref: "#/components/parameters/A" } };
    const item = { parameters: [{ $ref: "#/components/parameters/A" }], get: { operationId: "Get", responses: done } };
    await expect(operation(item, { parameters })).rejects.toThrow(
      /test\.yaml:\d\d:11 reference #\/components\/parameters\/A refers to itself, by #\/components\/parameters\/B/,
    );
  });

  it("to a part of another schema give that part a name", async () => {
    const model = await modelOf({
      schemas: {
        A: { type: "object", properties: { by: { type: "string", enum: ["x", "y"] } } },
        B: { type: "array", items: { $ref: "#/components/schemas/A/properties/by" } },
      },
    });
    expect(names(model)).toEqual(["A", "ABy", "B"]);
    expect(model.schemas[2]?.schema).toEqual({ type: "array", items: { $ref: "#/components/schemas/ABy" } });
  });
});

describe("an operation", () => {
  it.each([
    ["get", undefined, true],
    ["post", undefined, false],
    ["post", true, true],
    ["patch", false, false],
    ["delete", undefined, true],
  ])("by %s with x-idempotent %s is idempotent: %s", async (method, extension, idempotent) => {
    const extra = extension === undefined ? {} : { "x-idempotent": extension };
    expect(await operation({ [method]: { operationId: "A", ...extra, responses: done } })).toMatchObject({
      idempotent,
    });
  });

  it.each<[method: string, given: unknown, idempotencyKey: string | undefined]>([
    ["post", "Idempotency-Key", "Idempotency-Key"],
    ["put", "x_key", "x_key"],
    ["delete", "Idempotency-Key", "Idempotency-Key"],
    ["get", "Idempotency-Key", undefined],
    ["head", "Idempotency-Key", undefined],
    ...["", "a b", "Idempotency-Key:", "Content-Type", "cookie", "Authorization", true].map(
      (wrong): [string, unknown, undefined] => ["post", wrong, undefined],
    ),
  ])("by %s with x-idempotency-key %j has the key %s", async (method, given, idempotencyKey) => {
    const { model, diagnostics } = await readingOf({
      paths: { "/a": { [method]: { operationId: "A", "x-idempotency-key": given, responses: done } } },
    });
    const idempotent = method !== "post" || idempotencyKey !== undefined;
    expect(model.operations).toMatchObject([{ idempotencyKey, idempotent }]);
    const isWrong = method === "post" && idempotencyKey === undefined;
    expect(diagnostics.filter(({ rule }) => rule === "x-idempotency-key")).toHaveLength(isWrong ? 1 : 0);
  });

  it("without an operationId is called after its method and path, which is reported", async () => {
    const { model, diagnostics } = await readingOf({ paths: { "/users/{id}": { get: { responses: done } } } });
    expect(model.operations).toMatchObject([{ operationId: "GetUsersId", methodName: "getUsersId" }]);
    expect(diagnostics).toMatchObject([{ rule: "derived-operation-id", pointer: "#/paths/~1users~1{id}/get" }, {}]);
  });

  it("that would have the name of another one's method is called after its method and path, with a warning at its place", async () => {
    const get = (operationId: string): object => ({ get: { operationId, responses: done } });
    const { model, diagnostics } = await readingOf({ paths: { "/a": get("fetch_call"), "/b": get("FetchCall") } });
    expect(model.operations.map(({ operationId }) => operationId)).toEqual(["fetch_call", "GetB"]);
    expect(diagnostics).toMatchObject([{ rule: "operation-id", severity: "warning", line: 20 }]);
    expect(diagnostics[0]?.message).toMatch(/^FetchCall is what another method .* is called GetB; rename/);
  });

  it.each([
    ["raw", "raw_"],
    ["Raw", "raw_"],
    ["raw_", "raw__"],
    ["raw.", "raw_"],
    ["then", "then_"],
    ["Then__", "then___"],
    ["withResponse", "withResponse_"],
    ["with_response", "withResponse_"],
    ["rawData", "rawData"],
    ["thenRaw", "thenRaw"],
  ])(
    "called %s is the method %s, whatever others there are, with a warning if it changes",
    async (operationId, want) => {
      const get = (id: string): object => ({ get: { operationId: id, responses: done } });
      for (const other of [operationId.toUpperCase(), `${operationId}_`, "x"]) {
        const { model, diagnostics } = await readingOf({ paths: { "/a": get(other), "/b": get(operationId) } });
        expect(model.operations[1]?.methodName).toBe(want);
        const { methodName } = (await modelOf({ paths: { "/b": get(operationId) } })).operations[0] ?? {};
        expect(methodName).toBe(want);
        const warnings = diagnostics.filter(({ pointer }) => pointer?.startsWith("#/paths/~1b"));
        const message = `no method of a client can be called ${want.slice(0, -1)}, so this one is called ${want}; rename it`;
        expect(warnings).toMatchObject(
          /_$/.test(want)
            ? [{ rule: "operation-id", severity: "warning", pointer: "#/paths/~1b/get/operationId", message }]
            : [],
        );
      }
    },
  );

  it("called by a reserved name like another one is called after its method and path", async () => {
    const get = { get: { operationId: "raw", responses: done } };
    const { model, diagnostics } = await readingOf({ paths: { "/a": get, "/b": get } });
    expect(model.operations.map(({ methodName }) => methodName)).toEqual(["raw_", "getB"]);
    expect(messagesOf(diagnostics, "warning")).toEqual([
      "no method of a client can be called raw, so this one is called raw_; rename it",
      "raw is what another method of the client is called already, so this one is called GetB; rename one of them",
    ]);
  });

  it("that cannot even be called after its method and path has words for its signs, or a number", async () => {
    const get = (operationId?: string): object => ({ get: { operationId, responses: done } });
    const paths = { "/a": get("GetB"), "/b": get("GetB"), "/d/e": get(), "/d_e": get(), "/D/e": get() };
    const { model, diagnostics } = await readingOf({ paths });
    expect(model.operations.map(({ methodName }) => methodName)).toEqual([
      "getDE",
      "getB",
      "getB2",
      "getDE2",
      "getDUnderscoreE",
    ]);
    expect(messagesOf(diagnostics, "warning")).toEqual([
      "GetB is what another method of the client is called already, so this one is called GetB2; rename one of them",
      "GetDE is what another method of the client is called already, so this one is called GetDE2; rename one of them",
      "GetDE is what another method of the client is called already, so this one is called GetDUnderscoreE; rename one of them",
    ]);
  });

  it.each([
    ["declares the name", { "/external": { post: { operationId: "getExternalUsers", responses: done } } }],
    ["has only words in its path", { "/external/users": { get: { responses: done } } }],
    ["would have the name, too", { "/external.users": { get: { responses: done } } }],
    ["has another name", { "/a": { get: { operationId: "GetExternalDashUsers2", responses: done } } }],
  ])("keeps a name that two would have when an operation is added that %s", async (_, added) => {
    const both = { "/external/users": { get: { responses: done } }, "/external-users": { get: { responses: done } } };
    const namesOf = async (paths: object): Promise<(string | undefined)[]> => {
      const { operations } = await modelOf({ paths });
      return ["/external/users", "/external-users"].map(
        (path) => operations.find((one) => one.path === path)?.methodName,
      );
    };
    const [before, after] = [await namesOf(both), await namesOf({ ...added, ...both })];
    expect(before).toEqual(["getExternalUsers", "getExternalDashUsers"]);
    expect(after[1]).toBe(before[1]);
    if (!JSON.stringify(added).includes('"getExternalUsers"')) expect(after[0]).toBe(before[0]);
  });

  it.each(["", "  ", "---"])("whose operationId is %j has none", async (operationId) => {
    const { model, diagnostics } = await readingOf({ paths: { "/users": { get: { operationId, responses: done } } } });
    expect(model.operations).toMatchObject([{ operationId: "GetUsers", methodName: "getUsers" }]);
    expect(diagnostics).toMatchObject([{ rule: "derived-operation-id" }]);
  });

  it("that is not an object is named at its place; extensions of the paths are not operations", async () => {
    const { model, diagnostics } = await readingOf({ paths: { "/a": { get: 5, put: { responses: done } } } });
    expect(model.operations.map(({ method }) => method)).toEqual(["PUT"]);
    expect(diagnostics).toMatchObject([{ rule: "structure", line: 9, message: "expected an object, received 5" }, {}]);
    expect((await modelOf({ paths: { "x-note": "hello", "/a": { "x-note": 1 } } })).operations).toEqual([]);
  });
});

it.each([
  ["get", "204"],
  ["post", "205"],
  ["get", "304"],
  ["get", "100"],
  ["get", "1XX"],
  ["head", "200"],
  ["head", "default"],
])(
  "the content of a %s response with status %s is ignored, since it cannot have any, and named",
  async (method, status) => {
    const content = { "application/json": { schema: { type: "object" } } };
    const responses = { [status]: { description: "X", content } };
    const { model, diagnostics } = await readingOf({ paths: { "/a": { [method]: { operationId: "A", responses } } } });
    expect(model.operations[0]?.responses).toMatchObject([{ content: [] }]);
    expect(names(model)).toEqual([]);
    expect(diagnostics).toMatchObject([
      {
        message: expect.stringMatching(/^content of a .* response ignored/),
        pointer: `#/paths/~1a/${method}/responses/${status}/content`,
      },
    ]);
  },
);

it("content that several answers share is read where it is", async () => {
  const content = { $ref: "#/components/mediaTypes/Calls" };
  const components = { mediaTypes: { Calls: { "application/json": { schema: { type: "integer" } } } } };
  const answers = { "200": { description: "", content } };
  const { operations } = await modelOf({
    paths: { "/a": { get: { operationId: "A", responses: answers } } },
    components,
  });
  expect(operations[0]?.responses[0]?.content).toMatchObject([{ mediaType: "application/json", schema: "AResponse" }]);
});

it("a response under what is no status is warned of", async () => {
  const responses = { ...done, OK: { description: "Done." }, "x-more": 1 };
  const { diagnostics } = await readingOf({ paths: { "/a": { get: { operationId: "Get", responses } } } });
  expect(diagnostics).toMatchObject([
    {
      rule: "structure",
      severity: "warning",
      pointer: "#/paths/~1a/get/responses/OK",
      message: expect.stringMatching(/^expected a status such as 200, .*, received "OK"/),
    },
  ]);
});
