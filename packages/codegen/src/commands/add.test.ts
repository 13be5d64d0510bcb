import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ANNOTATION, tempFolder } from "@earmark/testing";
import { expect, it } from "vitest";
import { recordedIo } from "../testing/run.ts";
import { add } from "./add.ts";
import { generate } from "./generate.ts";
import { attempt } from "./io.ts";

const PETS = `openapi: 3.1.0
info: { title: Pets, version: "1" }
servers: [{ url: https://pets.example }]
security: []
paths:
  /pets/{Id}:
    get:
      operationId: FetchPet
      parameters: [{ name: Id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: A pet., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
components: { schemas: { Pet: { type: object, properties: { name: { type: string } } } } }
`;

const ROOT = JSON.stringify({ name: "@acme/workspace" });

/** Runs the command in a workspace with these files; nothing is installed. */
async function run(root: string, file: string) {
  const { io, out, err } = recordedIo(root);
  const installed: string[] = [];
  const code = await attempt(io, () =>
    add(file, io, async (folder) => {
      installed.push(folder);
      return 0;
    }),
  );
  return { code, out, err: err.join("\n"), installed };
}

const workspace = (files: Record<string, string>) =>
  tempFolder({
    "pnpm-workspace.yaml": "packages: [packages/*]\n",
    "package.json": ROOT,
    "tsconfig.base.json": "{}",
    LICENSE: "MIT",
    ...files,
  });

it("scaffolds and generates three packages, and makes the workspace know them", async () => {
  const root = await workspace({ "openapi/pets.yaml": PETS });
  const { code, out, installed } = await run(root, "openapi/pets.yaml");
  expect(code).toBe(0);
  expect(installed).toEqual([root]);
  expect(out).toContain("packages/pets-client/src/generated/client.gen.js");
  for (const kind of ["types", "validators", "client"]) {
    const files = await readdir(join(root, "packages", `pets-${kind}`));
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json", "src", "tsconfig.json"]));
  }
  const manifest = JSON.parse(await readFile(join(root, "packages/pets-client/package.json"), "utf8"));
  expect(manifest).toMatchObject({
    name: "@acme/pets-client",
    dependencies: { "@acme/pets-types": "workspace:^" },
  });
});

it("has an entry point for webhooks where a document has some, and says where one is missing", async () => {
  const hooked = `${PETS}webhooks: { newPet: { post: { responses: { "204": { description: Seen. } } } } }\n`;
  const exportsOf = async (root: string) =>
    JSON.parse(await readFile(join(root, "packages/pets-client/package.json"), "utf8")).exports;
  const webhooks = { types: "./src/generated/webhooks.gen.d.ts", default: "./src/generated/webhooks.gen.js" };

  const some = await workspace({ "openapi/pets.yaml": hooked });
  expect((await run(some, "openapi/pets.yaml")).code).toBe(0);
  expect((await exportsOf(some))["./webhooks"]).toEqual(webhooks);

  const none = await workspace({ "openapi/pets.yaml": PETS });
  expect((await run(none, "openapi/pets.yaml")).code).toBe(0);
  expect(Object.keys(await exportsOf(none))).not.toContain("./webhooks");

  await writeFile(join(none, "openapi/pets.yaml"), hooked);
  const line = `packages/pets-client/package.json: expected "./webhooks" in exports; add ${JSON.stringify({ "./webhooks": webhooks })}`;
  const [written, checked] = [recordedIo(none), recordedIo(none)];
  expect(await generate({ check: false, failOnSkipped: false }, written.io)).toBe(0);
  expect(written.err).toContain(line);
  expect(await generate({ check: true, failOnSkipped: false }, checked.io)).toBe(1);
  expect(checked.out).toEqual([line]);
});

it("asks for a runtime with the interface that the generated code is made for", async () => {
  const versionOf = async (name: string) =>
    JSON.parse(await readFile(new URL("../package.json", import.meta.resolve(name)), "utf8")).version;
  const [http, validation] = await Promise.all(["@earmark/http", "@earmark/validation"].map(versionOf));
  const root = await workspace({ "openapi/pets.yaml": PETS });
  await run(root, "openapi/pets.yaml");
  const manifest = JSON.parse(await readFile(join(root, "packages/pets-client/package.json"), "utf8"));
  expect(manifest.dependencies).toMatchObject({ "@earmark/http": `^${http}`, "@earmark/validation": `^${validation}` });

  const member = { "packages/http/package.json": JSON.stringify({ name: "@earmark/http", version: "7.0.0" }) };
  const owner = await workspace({ "openapi/pets.yaml": PETS, ...member });
  await run(owner, "openapi/pets.yaml");
  const own = JSON.parse(await readFile(join(owner, "packages/pets-client/package.json"), "utf8"));
  expect(own.dependencies).toMatchObject({ "@earmark/http": "workspace:^", "@earmark/validation": `^${validation}` });
});

it("makes packages that are published like those of this repository", async () => {
  const repository = resolve(import.meta.dirname, "../../../..");
  const root = await workspace({
    "package.json": await readFile(join(repository, "package.json"), "utf8"),
    // Its catalog has what the tests of these packages need.
    "pnpm-workspace.yaml": await readFile(join(repository, "pnpm-workspace.yaml"), "utf8"),
    LICENSE: await readFile(join(repository, "LICENSE"), "utf8"),
    ...Object.fromEntries(
      ["http", "validation"].map((name) => [
        `packages/${name}/package.json`,
        JSON.stringify({
          name: `@earmark/${name}`,
          version: "0.1.0",
          publishConfig: { access: "public", provenance: true },
        }),
      ]),
    ),
    "openapi/annotation.yaml": ANNOTATION,
  });
  expect((await run(root, "openapi/annotation.yaml")).code).toBe(0);
  for (const kind of ["types", "validators", "client"]) {
    const folder = `packages/annotation-${kind}`;
    const manifest = async (of: string) => {
      const { version, description, ...rest } = JSON.parse(await readFile(join(of, folder, "package.json"), "utf8"));
      expect([typeof version, typeof description]).toEqual(["string", "string"]);
      return rest;
    };
    // What is published of these is installed and used by the tests of apps/release-tests.
    expect(await manifest(root)).toEqual(await manifest(repository));
    const licence = await readFile(join(root, folder, "LICENSE"), "utf8");
    expect(licence).toBe(await readFile(join(repository, folder, "LICENSE"), "utf8"));
  }
});

it.each<[string, string | undefined, Record<string, object>, object]>([
  ["is private where the licence lets nobody use it", "UNLICENSED", { a: { access: "public" } }, { private: true }],
  ["is restricted where nothing is published", "MIT", {}, { publishConfig: { access: "restricted" } }],
  ["is restricted without a licence", undefined, {}, { publishConfig: { access: "restricted" } }],
  [
    "is published as most are",
    "MIT",
    { a: { access: "public" }, b: { access: "public", provenance: true }, c: { access: "restricted" } },
    { publishConfig: { access: "public" } },
  ],
  [
    "is restricted where as many are",
    "MIT",
    { a: { access: "public" }, b: { access: "restricted" } },
    { publishConfig: { access: "restricted" } },
  ],
  [
    "is restricted where most do not say",
    "MIT",
    { a: { access: "public" }, b: {}, c: {} },
    { publishConfig: { access: "restricted" } },
  ],
])("makes a package that %s", async (_what, license, published, expected) => {
  const members = Object.entries(published).map(([name, publishConfig]) => [
    `packages/${name}/package.json`,
    JSON.stringify({ name, version: "1.0.0", publishConfig }),
  ]);
  const secret = JSON.stringify({
    name: "secret",
    version: "1.0.0",
    private: true,
    publishConfig: { access: "public" },
  });
  const root = await workspace({
    "package.json": JSON.stringify({ name: "@acme/workspace", license }),
    "packages/secret/package.json": secret,
    ...Object.fromEntries(members),
    "openapi/pets.yaml": PETS,
  });
  expect((await run(root, "openapi/pets.yaml")).code).toBe(0);
  for (const kind of ["types", "validators", "client"]) {
    const text = await readFile(join(root, `packages/pets-${kind}/package.json`), "utf8");
    const { private: isPrivate, publishConfig } = JSON.parse(text);
    expect({ private: isPrivate, publishConfig }).toEqual({
      private: undefined,
      publishConfig: undefined,
      ...expected,
    });
  }
});

it("refuses what `lint` refuses, and writes nothing", async () => {
  const root = await workspace({
    "openapi/pets.yaml": PETS.replace(
      "operationId: FetchPet",
      "operationId: FetchPet\n      security: [{ nowhere: [] }]",
    ),
  });
  const { code, out, err } = await run(root, "openapi/pets.yaml");
  expect([code, out]).toEqual([1, []]);
  expect(err).toMatch(/^\S+\/pets\.yaml:\d+:\d+ \S+ .*\nopenapi\/pets\.yaml has 1 error; nothing is written$/);
  expect(await readdir(root)).not.toContain("packages");
});

it("prints the warnings and repairs that `generate` prints", async () => {
  const root = await workspace({
    "openapi/pets.yaml": PETS.replace("name: { type: string }", 'name: { type: string, pattern: "(?i)a" }'),
  });
  const { code, err } = await run(root, "openapi/pets.yaml");
  expect(code).toBe(0);
  const { io, err: generated } = recordedIo(root);
  await generate({ check: false, failOnSkipped: false }, io);
  expect(generated[0]).toMatch(/pets\.yaml:\d+:\d+ pattern warning: /);
  expect(err.split("\n")).toEqual(generated.slice(0, -1));
});

it("is safe to run again, and leaves what somebody has changed", async () => {
  const root = await workspace({ "openapi/pets.yaml": PETS, "packages/pets-types/README.md": "# Mine" });
  await run(root, "openapi/pets.yaml");
  expect((await run(root, "openapi/pets.yaml")).out).toEqual([]);
  expect(await readFile(join(root, "packages/pets-types/README.md"), "utf8")).toBe("# Mine");
});

it.each([
  [
    "outside openapi/",
    "pets.yaml",
    { "pets.yaml": PETS },
    /pets\.yaml is no document of the workspace; move it to .*openapi as NAME\.yaml, or name it in earmark\.config\.ts: documents: \{ NAME: "pets\.yaml" \}/,
  ],
  [
    "of another workspace",
    "other/openapi/pets.yaml",
    { "other/openapi/pets.yaml": PETS, "other/package.json": '{"workspaces":["packages/*"]}' },
    /is no document of the workspace/,
  ],
  ["with a name that no package can have", "openapi/My Pets.yaml", { "openapi/My Pets.yaml": PETS }, /small letters/],
  [
    "beside another of the same name",
    "openapi/pets.yml",
    { "openapi/pets.yaml": PETS, "openapi/pets.yml": PETS },
    /pets\.yaml and openapi\/pets\.yml feed the same packages/,
  ],
  ["that holds shared schemas", "openapi/shared.yaml", { "openapi/shared.yaml": "Pet: { type: object }" }, /no API/],
  ["that does not exist", "openapi/pets.yaml", {}, /no such file/],
  ["that is broken", "openapi/pets.yaml", { "openapi/pets.yaml": "openapi: [" }, /pets\.yaml:1:\d+ syntax/],
])("refuses a document %s, and writes nothing", async (_what, file, files, message) => {
  const root = await workspace(files);
  const { code, err, installed } = await run(root, file);
  expect(code).toBe(2);
  expect(err).toMatch(message);
  expect(installed).toEqual([]);
  expect(await readdir(root)).not.toContain("packages");
});
