import { tempFolder } from "@earmark/testing";
import { expect, it } from "vitest";
import { codegen } from "../testing/run.ts";

const DOCUMENT = `openapi: 3.1.0
info: { title: T, version: "1" }
security: []
paths:
  /a:
    get:
      operationId: A
      responses:
        "200":
          description: Found.
          colour: blue
`;

it("lists every field with its place and what becomes of it, and counts them", async () => {
  const folder = await tempFolder({ "api.yaml": DOCUMENT });
  const { code, out, err } = await codegen(folder, "lint", "--inventory", "api.yaml");
  const at = "#/paths/~1a/get/responses/200";
  const lines = out.map((line) => line.slice(line.indexOf("api.yaml")));
  expect(lines).toEqual([
    "api.yaml:1:1 #/openapi generated into types, validators, client",
    "api.yaml:2:1 #/info documentation",
    "api.yaml:2:9 #/info/title documentation",
    "api.yaml:2:19 #/info/version not generated: for people alone",
    "api.yaml:3:1 #/security generated into client",
    "api.yaml:4:1 #/paths generated into types, validators, client",
    "api.yaml:5:3 #/paths/~1a generated into types, validators, client",
    "api.yaml:6:5 #/paths/~1a/get generated into types, validators, client",
    "api.yaml:7:7 #/paths/~1a/get/operationId generated into types, client",
    "api.yaml:8:7 #/paths/~1a/get/responses generated into types, validators, client",
    `api.yaml:9:9 ${at} generated into types, validators, client`,
    `api.yaml:10:11 ${at}/description documentation`,
    `api.yaml:11:11 ${at}/colour reported (unknown-field)`,
  ]);
  const counts = "8 generated, 3 documentation, 1 not generated, 1 reported, 0 refused";
  expect([code, err]).toEqual([1, [`api.yaml: 13 fields: ${counts}`]]);
});

it("is JSON for a program", async () => {
  const folder = await tempFolder({ "api.yaml": DOCUMENT });
  const { out } = await codegen(folder, "lint", "--inventory", "--format", "json", "api.yaml");
  expect(JSON.parse(out.join("\n"))).toContainEqual({
    pointer: "#/paths/~1a/get/responses/200/colour",
    file: expect.stringMatching(/api\.yaml$/),
    line: 11,
    column: 11,
    object: "Response",
    name: "colour",
    isMember: false,
    verdict: "reported",
    into: [],
    rules: ["unknown-field"],
  });
});

it("says why a document has none", async () => {
  const folder = await tempFolder({ "api.yaml": "openapi: 4.0.0\n" });
  const { code, out, err } = await codegen(folder, "lint", "--inventory", "api.yaml");
  expect([code, out]).toEqual([2, []]);
  expect(err).toEqual([expect.stringMatching(/api\.yaml:1:1 version expected/)]);
});
