import { documentText, type Parts } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { formatDiagnostics } from "../diagnostics/report.ts";
import { messagesOf, modelOf, readingOf } from "../testing/documents.ts";

const item = { type: "string" };
const page = {
  type: "object",
  properties: {
    items: { type: "array", items: item },
    "a/b": { type: "array", items: item },
    count: { type: "integer" },
    meta: { $ref: "#/components/schemas/Meta" },
  },
};
const schemas = {
  Meta: { allOf: [{ type: "object", properties: { next: { type: ["string", "null"] } } }, { description: "More." }] },
};

function listing(pagination: unknown, schema: object = page, more: object = {}, method = "get"): Parts {
  const content = { "application/json": { schema } };
  const operation = {
    operationId: "List",
    parameters: [{ name: "after", in: "query", schema: { type: "string" } }],
    responses: { "200": { description: "A page.", content } },
    "x-pagination": pagination,
    ...more,
  };
  return { paths: { "/things": { [method]: operation } }, schemas };
}

describe("x-pagination", () => {
  it.each<[string, object, object?]>([
    ["a URL", { items: "/items", nextUrl: "/meta/next" }],
    ["a cursor", { items: "/items", nextCursor: "/meta/next", parameter: "after" }],
    ["escaped names", { items: "/a~1b", nextUrl: "/meta/next" }],
    ["a page that may be null", { items: "/items", nextUrl: "/meta/next" }, { anyOf: [page, { type: "null" }] }],
    ["items that may be null", { items: "/items", nextUrl: "/items" }, nullableItems()],
  ])("takes %s", async (_what, pagination, schema = page) => {
    const { operations } = await modelOf(listing(pagination, schema));
    expect(operations[0]?.pagination).toEqual(pagination);
  });

  it.each<[string, unknown, place: string, string]>([
    ["no object", true, "x-pagination", "expected an object with items and nextUrl, or nextCursor"],
    ["a misspelt key", { items: "/items", nextURL: "/meta/next" }, "nextURL", "expected items, nextUrl, nextCursor"],
    ["neither way on", { items: "/items" }, "x-pagination", "expected either nextUrl or nextCursor"],
    [
      "both",
      { items: "/items", nextUrl: "/x", nextCursor: "/x" },
      "x-pagination",
      "expected either nextUrl or nextCursor",
    ],
    ["a pointer without slash", { items: "items", nextUrl: "/meta/next" }, "items", "expected a JSON pointer, such as"],
    ["a pointer to nothing", { items: "/items", nextUrl: "/meta/nxt" }, "nextUrl", "received /meta/nxt"],
    ["items that are no array", { items: "/count", nextUrl: "/meta/next" }, "items", "expected a pointer to array"],
    ["no items", { nextUrl: "/meta/next" }, "x-pagination", "expected a JSON pointer"],
    [
      "a cursor without parameter",
      { items: "/items", nextCursor: "/meta/next" },
      "x-pagination",
      "expected the query parameter that takes the cursor, received undefined",
    ],
    [
      "a parameter beside a URL",
      { items: "/items", nextUrl: "/meta/next", parameter: "after" },
      "parameter",
      "expected only beside nextCursor",
    ],
  ])("refuses %s, at its place", async (_what, pagination, place, message) => {
    const parts = listing(pagination);
    const failure = await failureOf(parts);
    expect(failure).toContain(" x-pagination expected ");
    expect(failure).toContain(message);
    const line = Number(/test\.yaml:(\d+):/.exec(failure)?.[1]);
    expect(documentText(parts).split("\n")[line - 1]).toContain(`"${place}":`);
  });

  it("refuses a schema that consists of itself, instead of looking forever", async () => {
    const Loop = { anyOf: [{ $ref: "#/components/schemas/Loop" }, { type: "null" }] };
    const wrong = listing({ items: "/items", nextUrl: "/next" }, { $ref: "#/components/schemas/Loop" });
    expect(await failureOf({ ...wrong, schemas: { ...schemas, Loop } })).toContain("expected a pointer to array");
  });

  it("of another kind is left out, which is reported", async () => {
    const { model, diagnostics } = await readingOf(listing({ limitParam: "size", resultsPath: "data" }));
    expect(model.operations[0]?.pagination).toBeUndefined();
    expect(messagesOf(diagnostics, "info")).toEqual(["x-pagination of another kind left out"]);
  });

  it("refuses what cannot be asked for again", async () => {
    const wrong = listing({ items: "/items", nextUrl: "/meta/next" }, page, {}, "post");
    expect(await failureOf(wrong)).toContain("expected a GET without a body, received POST");
  });
});

describe("x-cli-name", () => {
  const named = (name: unknown): Parts => {
    const parameters = [{ name: "QualityIssueAnnotation", in: "query", schema: {}, "x-cli-name": name }];
    return { paths: { "/things": { get: { operationId: "List", parameters, responses: {} } } } };
  };

  it("is what an option is called", async () => {
    const { operations } = await modelOf(named("quality-issue"));
    expect(operations[0]?.parameters[0]?.cliName).toBe("quality-issue");
  });

  it.each(["--quality-issue", "qualityIssue", "", "a--b", "-", 7])("refuses %j, at its place", async (name) => {
    expect(await failureOf(named(name))).toMatch(/test\.yaml:\d\d:\d+ x-cli-name expected a name in lower case/);
  });
});

async function failureOf(parts: Parts): Promise<string> {
  const { diagnostics } = await readingOf(parts);
  return formatDiagnostics(diagnostics.filter(({ severity }) => severity === "error")).join("\n");
}

function nullableItems(): object {
  return { type: "object", properties: { items: { anyOf: [{ type: "array", items: item }, { type: "null" }] } } };
}
