import { describe, expect, it } from "vitest";
import { messagesOf, modelOf, readingOf } from "../testing/documents.ts";

const done = { "204": { description: "Done." } };
const parameter = (name: string, place: string, more: object = {}) => ({
  name,
  in: place,
  ...(place === "path" ? { required: true } : {}),
  schema: { type: "string" },
  ...more,
});

async function get(path: string, described: object, openapi = "3.1.0") {
  const { model, diagnostics } = await readingOf({
    openapi,
    paths: { [path]: { get: { operationId: "Get", responses: done, ...described } } },
  });
  const [operation] = model.operations;
  return {
    operation,
    parameters: operation?.parameters.map((one) => [one.in, one.name, one.required, one.style, one.explode]),
    warnings: messagesOf(diagnostics, "warning"),
    infos: messagesOf(diagnostics, "info"),
  };
}

describe("a parameter", () => {
  it("that only the path has is a string, with a warning", async () => {
    const { parameters, warnings } = await get("/a/{id}", {});
    expect(parameters).toEqual([["path", "id", true, "simple", false]]);
    expect(warnings).toEqual(["parameter id of the path is not described; taken for a string"]);
  });

  it("that the path does not have is warned of", async () => {
    const { warnings } = await get("/a", { parameters: [parameter("id", "path")] });
    expect(warnings).toEqual(["/a has no {id}, so it is never sent"]);
  });

  it("of the path is always required", async () => {
    const { parameters, infos } = await get("/{id}", { parameters: [parameter("id", "path", { required: false })] });
    expect(parameters).toEqual([["path", "id", true, "simple", false]]);
    expect(infos).toEqual(["path parameter taken for required, as it must be"]);
  });

  it("that is described twice in one list is warned of", async () => {
    const { warnings } = await get("/a", { parameters: [parameter("q", "query"), parameter("q", "query")] });
    expect(warnings).toEqual(["q in query is described twice; the last description counts"]);
  });

  it.each<[what: string, path: string, given: readonly [name: string, place: string][], placed: readonly string[]]>([
    [
      "in the path keeps its name",
      "/{id}",
      [
        ["id", "query"],
        ["id", "path"],
      ],
      ["query id"],
    ],
    [
      "in a query comes before a header, and that before a cookie",
      "/a",
      [
        ["id", "cookie"],
        ["id", "header"],
        ["id", "query"],
      ],
      ["cookie id", "header id"],
    ],
    [
      "in all places keeps its name in the path",
      "/{id}",
      [
        ["id", "path"],
        ["id", "query"],
        ["id", "header"],
        ["id", "cookie"],
        ["q", "query"],
      ],
      ["query id", "header id", "cookie id"],
    ],
    [
      "may be called like a place",
      "/a",
      [
        ["query", "query"],
        ["header", "query"],
      ],
      [],
    ],
    [
      "with the name of a place that others are given below is given below its own",
      "/{id}",
      [
        ["id", "path"],
        ["id", "query"],
        ["query", "query"],
      ],
      ["query id", "query query"],
    ],
    [
      "… even if that is the path",
      "/{id}/{query}",
      [
        ["id", "path"],
        ["query", "path"],
        ["id", "query"],
      ],
      ["path query", "query id"],
    ],
    [
      "… and so on",
      "/{id}",
      [
        ["id", "path"],
        ["id", "query"],
        ["query", "header"],
        ["header", "cookie"],
        ["q", "cookie"],
      ],
      ["query id", "header query", "cookie header"],
    ],
    [
      "in a header is another one in other letters",
      "/{id}",
      [
        ["id", "path"],
        ["Id", "header"],
      ],
      [],
    ],
  ])("%s", async (_what, path, given, placed) => {
    const { operation } = await get(path, { parameters: given.map(([name, place]) => parameter(name, place)) });
    const found = operation?.parameters.filter((one) => one.placed).map((one) => `${one.in} ${one.name}`);
    expect(found?.sort()).toEqual([...placed].sort());
  });

  it.each<[string, object, boolean]>([
    ["a list", { schema: { type: "array" } }, true],
    ["an object, or nothing", { schema: { type: ["null", "object"] } }, true],
    ["a list that is not exploded", { schema: { type: "array" }, explode: false }, false],
    ["a list in JSON", { schema: undefined, content: { "application/json": { schema: { type: "array" } } } }, false],
    ["a text", {}, false],
    ["anything", { schema: true }, false],
  ])("that is %s in a cookie is warned of where no cookie can hold it", async (_what, more, warned) => {
    const { warnings } = await get("/a", { parameters: [parameter("q", "cookie", more)] });
    expect(warnings).toEqual(warned ? [expect.stringMatching(/^q is a list or object, .* say `explode: false`$/)] : []);
  });

  it.each(["spaceDelimited", "pipeDelimited"])("in style %s that is exploded needs no separator", async (style) => {
    const parameters = [parameter("q", "query", { style, explode: true, schema: { type: "array" } })];
    expect((await get("/a", { parameters })).parameters).toEqual([["query", "q", false, "form", true]]);
  });
});

describe("a path", () => {
  it.each([
    ["/a?b=1", "expected a path without a query; describe its parameters"],
    ["/#b", "expected a path without a fragment, which is never sent"],
  ])("%s is warned of", async (path, message) => {
    expect((await get(path, {})).warnings).toEqual([message]);
  });
});

describe("a body of a GET", () => {
  const body = { requestBody: { content: { "application/json": {} } } };

  it("is ignored in OpenAPI 3.0", async () => {
    const { operation, infos } = await get("/a", body, "3.0.3");
    expect(operation?.requestBody).toBeUndefined();
    expect(infos).toEqual(["body of a GET ignored, as OpenAPI 3.0 says"]);
  });

  it("is warned of in OpenAPI 3.1", async () => {
    const { operation, warnings } = await get("/a", body);
    expect(operation?.requestBody).toBeDefined();
    expect(warnings).toEqual([
      "fetch sends no body with GET, so this method of a client fails with one; use POST, or parameters",
    ]);
  });
});

it("a path item adds to the one that it refers to", async () => {
  const { operations } = await modelOf({
    paths: {
      "/a": {
        $ref: "#/components/pathItems/A",
        parameters: [parameter("own", "query")],
        put: { operationId: "Own", responses: done },
      },
    },
    components: {
      pathItems: {
        A: {
          parameters: [parameter("shared", "query"), parameter("own", "query", { required: true })],
          get: { operationId: "Get", responses: done },
          put: { operationId: "Put", responses: done },
        },
      },
    },
  });
  const found = operations.map(({ operationId, parameters }) => [
    operationId,
    ...parameters.map(({ name, required }) => (required ? `${name}!` : name)),
  ]);
  expect(found).toEqual([
    ["Get", "shared", "own"],
    ["Own", "shared", "own"],
  ]);
});
