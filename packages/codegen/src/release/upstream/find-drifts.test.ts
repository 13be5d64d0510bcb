import { buildModel } from "@earmark/openapi";
import { all, insertBelow, swap, swapAll, type TextEdit } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { documentOf } from "../../testing/documents.ts";
import { addressText } from "./comparison.ts";
import { findDrifts } from "./find-drifts.ts";
import { PETS } from "./testing/pets.ts";

const same: TextEdit = (text) => text;

async function driftsBetween(theirs: TextEdit, ours: TextEdit) {
  const [provider, own] = [await documentOf(theirs(PETS), "theirs.yaml"), await documentOf(ours(PETS), "ours.yaml")];
  return findDrifts(buildModel(provider).model, buildModel(own).model);
}

/** What differs, as a report begins its lines. */
async function said(theirs: TextEdit, ours: TextEdit): Promise<string[]> {
  const drifts = await driftsBetween(theirs, ours);
  return drifts.map(({ direction, message }) => `${direction}: ${message}`);
}

const SIZE = "        - { name: Size, in: query, schema: { type: integer } }\n";
const NOT_FOUND = `        "404": { description: None. }\n`;

/** An edit, what is said when the provider has made it, and when we have. */
const EDITS: readonly (readonly [what: string, edit: TextEdit, theirs: string, ours: string])[] = [
  [
    "a parameter",
    swap(SIZE, `${SIZE}        - { name: Color, in: query, schema: { type: string } }\n`),
    "provider: query parameter `Color` exists at the provider only",
    "ours: query parameter `Color` exists here only",
  ],
  [
    "a required parameter",
    swap("name: Size, in: query,", "name: Size, in: query, required: true,"),
    "provider: query parameter `Size` is required at the provider only",
    "ours: query parameter `Size` is required here only",
  ],
  [
    "the type of a parameter",
    swap("in: query, schema: { type: integer }", "in: query, schema: { type: string }"),
    "differs: query parameter `Size`: the type is string at the provider, integer here",
    "differs: query parameter `Size`: the type is integer at the provider, string here",
  ],
  [
    "a field of a request",
    swap("maxLength: 100 }", "maxLength: 100 }\n        Note: { type: string }"),
    "provider: `PetUpdate.Note` exists at the provider only",
    "ours: `PetUpdate.Note` exists here only",
  ],
  [
    "a required field of a request",
    swap("required: [Kind]", "required: [Kind, Name]"),
    "provider: `PetUpdate.Name` is required at the provider only",
    "ours: `PetUpdate.Name` is required here only",
  ],
  [
    "the limit of a field",
    swap("maxLength: 100", "maxLength: 160"),
    "differs: `PetUpdate.Name`: `maxLength` is 160 at the provider, 100 here",
    "differs: `PetUpdate.Name`: `maxLength` is 100 at the provider, 160 here",
  ],
  [
    "fields that are not listed",
    swap("      additionalProperties: false\n", ""),
    "provider: `PetUpdate` may have properties that are not listed at the provider only",
    "ours: `PetUpdate` may have properties that are not listed here only",
  ],
  [
    "a field of an answer",
    swap("name: { type: string }", "name: { type: string }\n        age: { type: integer }"),
    "provider: `Pet.age` exists at the provider only",
    "ours: `Pet.age` exists here only",
  ],
  [
    "a field of an answer that is always there",
    swap("required: [kind]", "required: [kind, name]"),
    "provider: `Pet.name` is required at the provider only",
    "ours: `Pet.name` is required here only",
  ],
  [
    "null in an answer",
    swap("name: { type: string }", `name: { type: [string, "null"] }`),
    "provider: `Pet.name` may be null at the provider only",
    "ours: `Pet.name` may be null here only",
  ],
  [
    "the value of an enumeration",
    swap("[cat, dog]", "[cat, dog, fox]"),
    'provider: `Kind` has `"fox"` at the provider only',
    'ours: `Kind` has `"fox"` here only',
  ],
  [
    "a pattern",
    swap(
      "in: query, schema: { type: integer }",
      'in: query, schema: { type: integer }, example: 1 }\n        - { name: Tag, in: query, schema: { type: string, pattern: "^a" }',
    ),
    "provider: query parameter `Tag` exists at the provider only",
    "ours: query parameter `Tag` exists here only",
  ],
  [
    "an error",
    swap(NOT_FOUND, `${NOT_FOUND}        "409": { description: Taken. }\n`),
    "provider: the error 409 of `FetchPet` is documented at the provider only",
    "ours: the error 409 of `FetchPet` is documented here only",
  ],
  [
    "a success",
    swap(NOT_FOUND, `${NOT_FOUND}        "202": { description: Later. }\n`),
    "provider: `FetchPet` may respond with 202 at the provider only",
    "ours: `FetchPet` may respond with 202 here only",
  ],
  [
    "a header of an answer",
    swap(
      "X-Age: { schema: { type: integer } }",
      "X-Age: { schema: { type: integer } }, X-Id: { schema: { type: string } }",
    ),
    "provider: header `X-Id` of the 200 response of `FetchPet` exists at the provider only",
    "ours: header `X-Id` of the 200 response of `FetchPet` exists here only",
  ],
  [
    "a media type of a request",
    swap(
      'application/json: { schema: { $ref: "#/components/schemas/PetUpdate" } }',
      'application/json: { schema: { $ref: "#/components/schemas/PetUpdate" } }, text/plain: {}',
    ),
    "provider: the body of `UpdatePet` may be `text/plain` at the provider only",
    "ours: the body of `UpdatePet` may be `text/plain` here only",
  ],
  [
    "the server",
    swap("https://pets.example", "https://animals.example"),
    "differs: `FetchPet`: `https://animals.example` at the provider, `https://pets.example` here",
    "differs: `FetchPet`: `https://pets.example` at the provider, `https://animals.example` here",
  ],
  [
    "credentials",
    swap("security: [{ Key: [] }]\n", ""),
    "ours: the API asks for `Key` here only",
    "provider: the API asks for `Key` at the provider only",
  ],
  [
    "how credentials are sent",
    swap("name: X-Key", "name: X-Token"),
    'differs: security scheme `Key`: `name` is `"X-Token"` at the provider, `"X-Key"` here',
    'differs: security scheme `Key`: `name` is `"X-Key"` at the provider, `"X-Token"` here',
  ],
  [
    "the end of an operation",
    swap("operationId: UpdatePet", "operationId: UpdatePet\n      deprecated: true"),
    "provider: `UpdatePet` is deprecated at the provider only",
    "ours: `UpdatePet` is deprecated here only",
  ],
  [
    "an operation on a path of both",
    swap("    post:", `    delete: { operationId: DropPet, responses: { "204": { description: Done. } } }\n    post:`),
    "provider: `DropPet` (`DELETE /pets/{Id}`) exists at the provider only",
    "ours: `DropPet` (`DELETE /pets/{Id}`) exists here only",
  ],
  [
    "the path of an operation, by its operationId",
    swapAll("/pets/{Id}", "/animals/{Id}"),
    "differs: path `/animals/{Id}` is called `/pets/{Id}` here",
    "differs: path `/pets/{Id}` is called `/animals/{Id}` here",
  ],
];

describe("drift", () => {
  it.each(EDITS)("names %s that only one has, or both in another way", async (_, edit, theirs, ours) => {
    expect((await said(edit, same))[0]).toBe(theirs);
    expect((await said(same, edit))[0]).toBe(ours);
  });

  it("says once what concerns requests and answers, and each operation that it concerns", async () => {
    const drifts = await driftsBetween(swap("[cat, dog]", "[cat, dog, fox]"), same);
    expect(drifts.map(({ rules, operations }) => [rules, operations.map(addressText)])).toEqual([
      [
        ["request-enum-value-removed", "response-enum-value-removed"],
        ["GET /pets/{Id}", "POST /pets/{Id}"],
      ],
    ]);
  });

  it("is in the file that has it, on our side where both have the place", async () => {
    const field = swap("name: { type: string }", "name: { type: string }\n        age: { type: integer }");
    const places = async (theirs: TextEdit, ours: TextEdit) =>
      (await driftsBetween(theirs, ours)).map(({ location: { file, line, side } }) => `${side} ${file}:${line}`);
    expect(await places(field, same)).toEqual(["provider theirs.yaml:39"]);
    expect(await places(same, field)).toEqual(["ours ours.yaml:39"]);
    expect(await places(swap("maxLength: 100", "maxLength: 160"), same)).toEqual(["ours ours.yaml:45"]);
  });

  it.each<[string, TextEdit]>([
    [
      "the name of a schema",
      all(swapAll("schemas/Kind", "schemas/v1.kind"), swap("    Kind: { type", "    v1.kind: { type")),
    ],
    ["an operationId", swap("operationId: FetchPet", "operationId: GetPet")],
    ["the name of a path parameter", all(swapAll("{Id}", "{PetId}"), swapAll("name: Id", "name: PetId"))],
    ["the name of a security scheme", swapAll("Key:", "accountSid:")],
    ["words and examples", all(swap("title: Pets", "title: Animals"), swap("A pet.", "One of them."))],
    [
      "a schema that is written in place",
      swap(`{ $ref: "#/components/schemas/Kind" }`, "{ type: string, enum: [cat, dog] }"),
    ],
    [
      "our own extensions",
      all(
        swap(
          "operationId: UpdatePet",
          "operationId: UpdatePet\n      x-idempotent: true\n      x-idempotency-key: X-Key",
        ),
        (text) => `${text.trimEnd()}\nx-error: { code: /code }\nx-request-id-header: X-Id\nx-retry-on: [429]\n`,
      ),
    ],
    ["a key of ours", swap("operationId: UpdatePet", "operationId: UpdatePet\n      x-idempotency-key: X-Key")],
    [
      "a server at the path",
      all(
        swap("servers: [{ url: https://pets.example }]\n", ""),
        insertBelow("/pets/{Id}:", "servers: [{ url: https://pets.example }]"),
      ),
    ],
    [
      "operations on other paths",
      insertBelow("paths:", `/shops: { get: { operationId: ListShops, responses: { "200": { description: All. } } } }`),
    ],
  ])("is not %s", async (_, edit) => {
    expect(await said(edit, same)).toEqual([]);
  });

  it("compares OpenAPI 3.0 with 3.1", async () => {
    const older = all(
      swap("openapi: 3.1.0", "openapi: 3.0.1"),
      swap("name: { type: string }", "name: { type: string, nullable: true }"),
    );
    expect(await said(older, swap("name: { type: string }", `name: { type: [string, "null"] }`))).toEqual([]);
  });

  it("follows references to paths and to components by other ways than a component schema", async () => {
    const shared = all(
      insertBelow("components:", `responses: { None: { description: None. } }`),
      swap(`"404": { description: None. }`, `"404": { $ref: "#/components/responses/None" }`),
    );
    expect(await said(shared, same)).toEqual([]);
    const elsewhere = swap(
      `{ $ref: "#/components/schemas/PetUpdate" }`,
      `{ $ref: "#/paths/~1shops/get/responses/200/content/application~1json/schema" }`,
    );
    const shops = insertBelow(
      "paths:",
      `/shops: { get: { responses: { "200": { description: A shop., content: { application/json: { schema: { $ref: "#/components/schemas/PetUpdate" } } } } } } }`,
    );
    const anchored = swap(
      `"200":`,
      `"201": { description: New., content: { application/json: { schema: { $ref: "#kind" } } } }\n        "200":`,
    );
    expect(await said(all(elsewhere, shops), same)).toEqual([]);
    expect(await said(all(anchored, swap("Kind: { type", "Kind: { $anchor: kind, type")), same)).toEqual([
      "provider: `FetchPet` may respond with 201 at the provider only",
    ]);
  });
});
