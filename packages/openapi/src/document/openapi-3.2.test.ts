import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { documentText, tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { readDocument } from "./read.ts";

const RESPONSES = { "200": { description: "Done." } };

/** Where, and of what, a document of these parts is said to be of 3.2; undefined where it is read. */
async function refusal(parts: object, files: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const folder = await tempFolder({ "api.yaml": documentText({ openapi: "3.2.0", ...parts }), ...files });
  const { document, diagnostics } = await readDocument(join(folder, "api.yaml"));
  if (document !== undefined) return undefined;
  return diagnostics.map(({ rule, severity, pointer, message }) => {
    expect([rule, severity, message]).toEqual(["version", "error", expect.stringContaining("new in OpenAPI 3.2")]);
    return `${pointer} ${message.split(" is new in ")[0]}`;
  });
}

const inPath = (item: object): object => ({ paths: { "/a": item } });
const inMedia = (media: object): object =>
  inPath({ get: { responses: { "200": { description: "Done.", content: { "application/json": media } } } } });
const MEDIA = "#/paths/~1a/get/responses/200/content/application~1json";
const inParameter = (fields: object): object => ({
  components: { parameters: { P: { name: "p", schema: { type: "string" }, ...fields } } },
});

describe("a document of OpenAPI 3.2", () => {
  it("is read as 3.1 where it uses nothing of what is new", async () => {
    const folder = await tempFolder({
      "api.yaml": documentText({
        openapi: "3.2.0",
        paths: { "/a": { get: { operationId: "a", parameters: [], responses: RESPONSES } } },
        // Names, data and extensions are no fields.
        schemas: { query: { properties: { itemSchema: { type: "string", default: { dataValue: 1 } } } } },
        components: { responses: { summary: { description: "Done." } }, "x-more": { mediaTypes: {} } },
      }),
    });
    const { document, diagnostics } = await readDocument(join(folder, "api.yaml"));
    expect([document?.written.version, diagnostics]).toEqual(["3.1", []]);
  });

  it.each<[string, object, readonly string[]]>([
    ["$self", { $self: "https://example.org/api" }, ["#/$self $self of OpenAPI Objects"]],
    ["the name of a server", { servers: [{ url: "/", name: "one" }] }, ["#/servers/0/name name of Server Objects"]],
    [
      "tags in trees",
      {
        tags: [
          { name: "a", summary: "A", kind: "nav" },
          { name: "b", parent: "a" },
        ],
      },
      [
        "#/tags/0/summary summary of Tag Objects",
        "#/tags/0/kind kind of Tag Objects",
        "#/tags/1/parent parent of Tag Objects",
      ],
    ],
    ["QUERY", inPath({ query: { responses: RESPONSES } }), ["#/paths/~1a/query query of Path Item Objects"]],
    [
      "other methods",
      inPath({ additionalOperations: { LINK: { responses: RESPONSES } } }),
      ["#/paths/~1a/additionalOperations additionalOperations of Path Item Objects"],
    ],
    [
      "a parameter that is the whole query",
      inParameter({ in: "querystring" }),
      ["#/components/parameters/P/in in: querystring"],
    ],
    [
      "the style of cookies",
      inParameter({ in: "cookie", style: "cookie" }),
      ["#/components/parameters/P/style style: cookie"],
    ],
    [
      "allowReserved in a path",
      inParameter({ in: "path", required: true, allowReserved: true }),
      ['#/components/parameters/P/allowReserved allowReserved beside in: "path"'],
    ],
    ["streams", inMedia({ itemSchema: { type: "string" } }), [`${MEDIA}/itemSchema itemSchema of Media Type Objects`]],
    [
      "parts by their place",
      inMedia({ prefixEncoding: [{ itemEncoding: {} }] }),
      [
        `${MEDIA}/prefixEncoding prefixEncoding of Media Type Objects`,
        `${MEDIA}/prefixEncoding/0/itemEncoding itemEncoding of Encoding Objects`,
      ],
    ],
    [
      "media types as components",
      { components: { mediaTypes: { M: {} } }, ...inMedia({ $ref: "#/components/mediaTypes/M" }) },
      [`${MEDIA}/$ref $ref instead of a Media Type Object`, "#/components/mediaTypes mediaTypes of Components Objects"],
    ],
    [
      "the summary of a response",
      inPath({ get: { responses: { "200": { summary: "Done.", description: "Done." } } } }),
      ["#/paths/~1a/get/responses/200/summary summary of Response Objects"],
    ],
    [
      "examples as data and as text",
      { components: { examples: { E: { dataValue: 1, serializedValue: "1" } } } },
      [
        "#/components/examples/E/dataValue dataValue of Example Objects",
        "#/components/examples/E/serializedValue serializedValue of Example Objects",
      ],
    ],
    [
      "a mapping for all other values",
      { schemas: { A: { type: "object", discriminator: { propertyName: "k", defaultMapping: "A" } } } },
      ["#/components/schemas/A/discriminator/defaultMapping defaultMapping of Discriminator Objects"],
    ],
    [
      "XML nodes",
      { schemas: { A: { type: "string", xml: { nodeType: "text" } } } },
      ["#/components/schemas/A/xml/nodeType nodeType of XML Objects"],
    ],
    [
      "devices that ask for a token",
      {
        components: {
          securitySchemes: {
            O: {
              type: "oauth2",
              deprecated: true,
              oauth2MetadataUrl: "https://example.org",
              flows: { deviceAuthorization: { deviceAuthorizationUrl: "https://example.org", scopes: {} } },
            },
          },
        },
      },
      [
        "#/components/securitySchemes/O/deprecated deprecated of Security Scheme Objects",
        "#/components/securitySchemes/O/oauth2MetadataUrl oauth2MetadataUrl of Security Scheme Objects",
        "#/components/securitySchemes/O/flows/deviceAuthorization deviceAuthorization of OAuth Flows Objects",
        "#/components/securitySchemes/O/flows/deviceAuthorization/deviceAuthorizationUrl deviceAuthorizationUrl of OAuth Flow Objects",
      ],
    ],
    [
      "schemes by their URI",
      { security: [{ "./schemes.yaml#/key": [] }] },
      ["#/security/0/.~1schemes.yaml#~1key a security scheme by its URI"],
    ],
  ])("is refused for %s", async (_, parts, wanted) => {
    expect(await refusal(parts)).toEqual(wanted);
  });

  it("is refused for what is new in another file", async () => {
    const files = { "item.yaml": "query: { responses: { 200: { description: Done. } } }\n" };
    expect(await refusal(inPath({ $ref: "item.yaml" }), files)).toEqual([
      expect.stringContaining("query of Path Item Objects"),
    ]);
  });

  it("of 3.1 is not refused for it", async () => {
    expect(await refusal({ openapi: "3.1.0", $self: "https://example.org/api" })).toBeUndefined();
  });
});

const folder = process.env.OAI_TESTS;
const present = folder !== undefined && existsSync(join(folder, "v3.2"));

const how = present ? "" : " (skipped; to run it: a folder that has them as v3.2/pass, OAI_TESTS=…)";

describe.skipIf(!present)(`the valid documents of the tests of OpenAPI 3.2${how}`, () => {
  /** Those that use what is new; all others are read. */
  const NEW = [
    "example-object-examples.yaml",
    "info-object-example.yaml",
    "media-type-examples.yaml",
    "mega.yaml",
    "parameter-object-cookie-form-allowReserved.yaml",
    "parameter-object-examples.yaml",
    "parameter-object-path-allowReserved.yaml",
    "path-item-object-example.yaml",
    "response-object-examples.yaml",
    "security-scheme-object-examples.yaml",
    "servers.yaml",
    "style-defaults.yaml",
    "tag-object-example.yaml",
  ];

  it.each(present ? readdirSync(join(folder, "v3.2/pass")) : [])("%s", async (file) => {
    const { document } = await readDocument(join(folder ?? "", "v3.2/pass", file));
    expect([file, document === undefined]).toEqual([file, NEW.includes(file)]);
  });
});
