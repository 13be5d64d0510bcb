import { resolve } from "node:path";
import {
  DocumentError,
  type Examined,
  examineDocument,
  expectDocument,
  type Files,
  inventoryOf,
  readDocument,
} from "@earmark/openapi";
import { ANNOTATION } from "@earmark/testing";
import { findLosses, type Node, type Result, withoutComments } from "@earmark/testing/losses";
import { describe, expect, it } from "vitest";
import { contextOf } from "../testing/client.ts";
import { EVERYTHING } from "../testing/everything.ts";
import { generatedNodes } from "../testing/generated-nodes.ts";
import { emitters } from "./index.ts";

// What the inventory says is generated, is: deleted or changed, each field changes code, or what is said. Of each kind of
// field one is tried here; the bench tries all, in documents of other people.

async function examine(text: string): Promise<Examined> {
  const files: Files = { read: () => Promise.resolve(text), display: (path) => path };
  const reading = await readDocument(resolve("api.yaml"), "api.yaml", files);
  return examineDocument(expectDocument(reading), reading.diagnostics);
}

async function generate(text: string): Promise<Result | undefined> {
  const examined = await examine(text).catch((error: unknown) => {
    if (!(error instanceof DocumentError)) throw error;
  });
  if (examined === undefined) return undefined;
  const { model, views, diagnostics } = examined;
  if (diagnostics.some(({ severity }) => severity === "error")) return undefined;
  const files = Object.values(emitters)
    .flatMap(({ emit }) => emit(model, contextOf(model, views)))
    // Documentation for programs: it has everything that schemas say.
    .filter(({ path }) => !path.startsWith("schemas."))
    .map(({ path, text }) => `${path}\n${withoutComments(text)}`);
  const said = diagnostics.map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`);
  return { code: files.join("\n"), said: said.join("\n") };
}

/** What 3.0 has and {@link EVERYTHING} lacks. */
const OLDER = {
  openapi: "3.0.3",
  info: { title: "Older", version: "1" },
  servers: [{ url: "https://{region}.api.example/v1", variables: { region: { default: "eu" } } }],
  paths: {
    "/a/{id}": {
      servers: [{ url: "https://other.example" }],
      parameters: [{ $ref: "#/components/parameters/Id" }],
      get: {
        operationId: "A",
        security: [{ Key: [] }],
        parameters: [
          { name: "q", in: "query", style: "pipeDelimited", explode: false, schema: { type: "array", items: {} } },
          { name: "c", in: "query", content: { "application/json": { schema: { type: "object" } } } },
          { name: "r", in: "query", allowReserved: true, schema: { type: "string", nullable: true } },
        ],
        responses: { "200": { $ref: "#/components/responses/Found" } },
      },
      post: { operationId: "B", requestBody: { $ref: "#/components/requestBodies/Form" }, responses: {} },
    },
  },
  components: {
    parameters: { Id: { name: "id", in: "path", required: true, schema: { type: "string" } } },
    headers: { Left: { required: true, schema: { type: "integer" } } },
    responses: { Found: { description: "Found.", headers: { Left: { $ref: "#/components/headers/Left" } } } },
    requestBodies: {
      Form: {
        required: true,
        content: {
          "application/x-www-form-urlencoded": {
            schema: { type: "object", properties: { tags: { type: "array", items: { type: "string" } } } },
            encoding: { tags: { style: "spaceDelimited", explode: false, allowReserved: true } },
          },
        },
      },
    },
    securitySchemes: { Key: { type: "apiKey", in: "query", name: "key" } },
    schemas: {
      Money: { type: "number", minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true },
      Animal: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
      },
      Cat: { type: "object", required: ["kind"], properties: { kind: { type: "string" } } },
      Dog: { type: "object", required: ["kind"], properties: { kind: { type: "string" } } },
    },
  },
};

/** Of each kind of field, and each kind of schema that has one, the first node. */
function oneOfEach(nodes: readonly Node[]): readonly Node[] {
  const kinds = new Map(nodes.map((node) => [node.kind, node]));
  return [...kinds.values()];
}

it.each([
  ["a document with everything", EVERYTHING],
  ["one of OpenAPI 3.0", OLDER],
  ["ours", ANNOTATION],
])(
  "nothing of %s is lost that the inventory says is generated",
  async (_, document) => {
    const examined = await examine(typeof document === "string" ? document : JSON.stringify(document));
    const nodes = generatedNodes(examined.model.document.written.root, inventoryOf(examined));
    const root = structuredClone(examined.model.document.written.root);
    const lost = await findLosses(root, oneOfEach(nodes), generate);
    expect(nodes.length).toBeGreaterThan(80);
    expect(lost.map(({ path }) => path.join("/"))).toEqual([]);
    expect(root).toEqual(examined.model.document.written.root);
  },
  60_000,
);

describe("a loss", () => {
  const root = { components: { schemas: { A: { type: "string", maxLength: 3, enum: ["a", "b"] } } } };
  const at = (...path: readonly string[]): Node => {
    return { path: ["components", "schemas", "A", ...path], name: path[0] ?? "", isMember: path.length > 1, kind: "" };
  };
  const nodes = [at("type"), at("maxLength"), at("enum"), at("enum", "0"), at("enum", "1")];

  it("is a keyword that the generator ignores, and one of whose values it ignores some", async () => {
    const forgetful = async (text: string): Promise<Result> => {
      const { type, enum: [first] = [] } = JSON.parse(text).components.schemas.A;
      return { code: `${type} ${first}`, said: "" };
    };
    const lost = await findLosses(root, nodes, forgetful);
    expect(lost.map(({ path }) => path.slice(3).join("/"))).toEqual(["enum/1", "maxLength"]);
  });

  const whole = JSON.stringify(root);

  it("is none where something is said, or the document refused", async () => {
    const loud = async (text: string): Promise<Result> => ({ code: "", said: text });
    const strict = async (text: string): Promise<Result | undefined> =>
      text === whole ? { code: "", said: "" } : undefined;
    expect([await findLosses(root, nodes, loud), await findLosses(root, nodes, strict)]).toEqual([[], []]);
  });
});

it("comments are no code, strings that look like them are", () => {
  const code = '/** Words. */\nconst a = "/** */";\n  /**\n   * More.\n   */\n  // Line.\n  b: "// no";\n';
  expect(withoutComments(code)).toBe('const a = "/** */";\n  b: "// no";\n');
});
