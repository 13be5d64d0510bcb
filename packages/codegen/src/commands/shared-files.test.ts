import { rm } from "node:fs/promises";
import { join } from "node:path";
import { writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { compileUsage, PETS, packagesOf, releasedWorkspace } from "../testing/api-workspace.ts";
import { codegen, recordedIo } from "../testing/run.ts";
import { runChangeset } from "../testing/run-changeset.ts";
import { apiUpdate } from "./api-update.ts";

const NAME = "{ type: string, maxLength: 100 }";
const referring = (pointer: string): string =>
  PETS.replace("servers:", "security: []\nservers:").replace(NAME, `{ $ref: "./shared.yaml#${pointer}" }`);

describe.each<[string, string, string]>([
  ["components", `components: { schemas: { Name: ${NAME} } }`, "/components/schemas/Name"],
  [
    "components that say which OpenAPI",
    `openapi: 3.1.0\ninfo: { title: Parts, version: "1" }\ncomponents: { schemas: { Name: ${NAME} } }`,
    "/components/schemas/Name",
  ],
  [
    "no paths",
    `openapi: 3.1.0\ninfo: { title: Parts, version: "1" }\npaths: {}\ncomponents: { schemas: { Name: ${NAME} } }`,
    "/components/schemas/Name",
  ],
  ["schemas by name", `Name: ${NAME}\nOther: { $ref: "#/Name" }`, "/Name"],
  ["one schema", `$schema: https://json-schema.org/draft/2020-12/schema\ntype: string\nmaxLength: 100`, ""],
  ["definitions, as JSON", `{ "$defs": { "Name": { "type": "string", "maxLength": 100 } } }`, "/$defs/Name"],
  [
    "sections",
    `schemas: { Name: ${NAME} }\nparameters: { P: { name: p, in: query, schema: { type: string } } }\nx-owner: me`,
    "/schemas/Name",
  ],
])("a file of %s beside the documents", (_what, shared, pointer) => {
  it("is a part of them, and no API", async () => {
    const root = await releasedWorkspace({ "openapi/pets.yaml": referring(pointer), "openapi/shared.yaml": shared });
    expect(await codegen(root, "generate")).toMatchObject({ code: 0 });
    expect(await codegen(root, "generate", "--check")).toMatchObject({ code: 0, out: [] });
    expect(await codegen(root, "lint", "openapi/pets.yaml")).toMatchObject({ code: 0 });
    expect(await runChangeset(root, { check: true })).toMatchObject({ code: 0, out: [] });
    await writeFiles(root, { "openapi/shared.yaml": shared.replace("100", "50") });
    expect((await runChangeset(root, { check: true })).out.map((line) => line.split(":")[0])).toEqual([
      "pets-client",
      "pets-types",
      "pets-validators",
    ]);
    const { io, out, err } = recordedIo(root);
    const code = await apiUpdate({}, io, () => async () => ({ code: 0, said: "", skipped: [] }), compileUsage, {});
    expect(code).toBe(0);
    expect(err[0]).toBe("lint       1 document, no errors");
    expect(out.join("\n")).not.toContain("shared.yaml`)");
  });
});

describe("a file of shared schemas", () => {
  it("is passed over by `lint`, and named by commands that need an API", async () => {
    const root = await releasedWorkspace({ "openapi/shared.yaml": `Name: ${NAME}` });
    expect(await codegen(root, "lint", "openapi/shared.yaml")).toMatchObject({
      code: 0,
      err: [expect.stringMatching(/^openapi\/shared\.yaml: shared schemas and no API/), expect.any(String)],
    });
    await writeFiles(root, { "openapi/pets.yaml": PETS.replace("servers:", "security: []\nservers:") });
    const all = await codegen(root, "lint", "openapi/pets.yaml", "openapi/shared.yaml");
    expect([all.code, all.err.at(-1)]).toEqual([0, "1 document: no errors"]);
    for (const args of [
      ["diff", "openapi/pets.yaml", "openapi/shared.yaml"],
      ["generate", "--spec", "openapi/shared.yaml", "--out", "out"],
    ])
      expect(await codegen(root, ...args)).toMatchObject({
        code: 2,
        err: [expect.stringMatching(/shared\.yaml:1:1 version .* no API, so name a document that refers to it$/)],
      });
  });

  it("is an API where packages are made of it", async () => {
    const text = `openapi: 3.1.0\ninfo: { title: Parts, version: "1" }\ncomponents: { schemas: { Name: ${NAME} } }`;
    const root = await releasedWorkspace({ "openapi/parts.yaml": text, ...packagesOf("parts") });
    expect((await codegen(root, "generate")).out).toContain("packages/parts-types/src/generated/types.gen.d.ts");
  });

  it("is one where it is all that there is, and says that it is OpenAPI", async () => {
    const root = await releasedWorkspace();
    await rm(join(root, "openapi/pets.yaml"));
    await writeFiles(root, { "openapi/parts.yaml": `openapi: 3.1.0\ncomponents: { schemas: { Name: ${NAME} } }` });
    expect(await codegen(root, "generate")).toMatchObject({ code: 2, err: [expect.stringMatching(/codegen add/)] });
  });

  it("is not enough for a workspace", async () => {
    const root = await releasedWorkspace({ "openapi/shared.yaml": `Name: ${NAME}` });
    await rm(join(root, "openapi/pets.yaml"));
    expect(await codegen(root, "generate")).toMatchObject({
      code: 2,
      err: [expect.stringMatching(/shared schemas only/)],
    });
  });

  it.each([
    ["without a version", "paths: {}", /other\.yaml.*packages.*does not exist/],
    ["that is broken", "components: [", /other\.yaml:1:\d+ syntax/],
    ["with a title alone", "info: { title: Other }", /does not exist/],
    ["that is empty", "", /other\.yaml:1:1 structure/],
    ["of something else", "services: { web: { image: x } }", /does not exist/],
  ])("is not taken for one: a document %s", async (_what, text, message) => {
    const root = await releasedWorkspace();
    await writeFiles(root, { "openapi/other.yaml": text });
    expect(await codegen(root, "generate")).toMatchObject({ code: 2, err: [expect.stringMatching(message)] });
  });
});
