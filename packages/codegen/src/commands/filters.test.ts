import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { apiWorkspace, PETS, releasedWorkspace } from "../testing/api-workspace.ts";
import { repositories } from "../testing/repository.ts";
import { codegen, codegenIn } from "../testing/run.ts";
import { runChangeset } from "../testing/run-changeset.ts";
import { DOCUMENT, editedForUpdate, runUpdate } from "../testing/run-update.ts";

const config = (settings: object): string => JSON.stringify({ documents: { pets: settings } });
const FETCHING = config({ include: ["GET /pets/*"] });
const TYPES = "packages/pets-types/src/generated/types.gen.d.ts";
const MANIFEST = "packages/pets-types/src/generated/manifest.json";

describe("codegen generate in a workspace", () => {
  it("generates the operations that the config includes, and what they need", async () => {
    const folder = await apiWorkspace({ "earmark.config.json": FETCHING });
    expect((await codegenIn(folder, "generate")).code).toBe(0);
    const types = await readFile(join(folder, TYPES), "utf8");
    expect(types).toMatch(/FetchPet[\s\S]*Kind|Kind[\s\S]*FetchPet/);
    expect(types).not.toContain("UpdatePet");
    expect(JSON.parse(await readFile(join(folder, MANIFEST), "utf8"))).toMatchObject({
      document: "openapi/pets.yaml",
      filter: { include: ["GET /pets/*"], exclude: [], keepUnused: false },
    });
  });

  it("takes what it generated for stale after an edit of the filter", async () => {
    const folder = await apiWorkspace({ "earmark.config.json": FETCHING });
    await codegenIn(folder, "generate");
    expect((await codegenIn(folder, "generate", "--check")).code).toBe(0);
    await writeFiles(folder, { "earmark.config.json": config({ include: ["GET /pets/*"], keepUnused: true }) });
    const edited = await codegenIn(folder, "generate", "--check");
    expect([edited.code, edited.out.join()]).toEqual([1, expect.stringContaining(`${TYPES}: different`)]);
    await codegenIn(folder, "generate");
    expect(await readFile(join(folder, TYPES), "utf8")).toContain("UpdatePetRequest");
    await writeFiles(folder, { "earmark.config.json": "{}" });
    expect((await codegenIn(folder, "generate", "--check")).code).toBe(1);
  });

  it("exits 2 for a filter that selects nothing, and writes nothing", async () => {
    const folder = await apiWorkspace({
      "earmark.config.json": config({ include: ["FetchPets"], exclude: ["/pet/**"] }),
    });
    expect(await codegenIn(folder, "generate")).toEqual({
      code: 2,
      out: [],
      err: [
        "openapi/pets.yaml:4:1 filter include: FetchPets selects no operation; did you mean FetchPet?",
        "openapi/pets.yaml:4:1 filter exclude: /pet/** selects no operation; did you mean /pets/{Id}?",
      ],
    });
    await expect(readFile(join(folder, TYPES), "utf8")).rejects.toThrow("ENOENT");
  });
});

describe("codegen generate --spec", () => {
  const call = ["generate", "--spec", "api.yaml", "--out", "out"];
  const filter = ["--include", "FetchPet", "--include", "POST /pets/*", "--exclude", "Update*"];

  it("generates what --include and --exclude leave", async () => {
    const folder = await tempFolder({ "api.yaml": PETS });
    expect((await codegenIn(folder, ...call, ...filter)).code).toBe(0);
    const read = () => readFile(join(folder, "out/types.gen.d.ts"), "utf8");
    expect(await read()).not.toContain("UpdatePet");
    expect((await codegenIn(folder, ...call, ...filter, "--check")).code).toBe(0);
    expect((await codegenIn(folder, ...call, ...filter, "--keep-unused")).code).toBe(0);
    expect(await read()).toContain("UpdatePetRequest");
  });

  it("generates from a document of which only a part can be read", async () => {
    const broken = PETS.replace("#/components/schemas/UpdatePetRequest", "#/components/schemas/Update");
    const folder = await tempFolder({ "api.yaml": broken });
    expect((await codegenIn(folder, ...call, "--exclude", "UpdatePet")).err).toEqual([
      expect.stringMatching(/^\d+ changed/),
    ]);
  });

  it("--check names the filter in the call that would bring it up to date", async () => {
    const folder = await tempFolder({ "api.yaml": PETS });
    expect((await codegenIn(folder, ...call, ...filter, "--keep-unused", "--check")).err).toEqual([
      expect.stringContaining(
        'run `codegen generate --spec api.yaml --include FetchPet --include "POST /pets/*" --exclude "Update*" --keep-unused --out out`',
      ),
    ]);
  });

  it.each<[string, readonly string[], string]>([
    [
      "a filter for a workspace",
      ["generate", "--include", "FetchPet"],
      "codegen: --include and --exclude belong to --spec FILE; say in earmark.config.ts what is generated from a document of a workspace",
    ],
    [
      "--keep-unused without one",
      [...call, "--keep-unused"],
      "codegen: --keep-unused belongs to --include or --exclude; without them, all schemas are generated",
    ],
    [
      "an entry that selects nothing",
      [...call, "--include", "tag:Pets"],
      "api.yaml:4:1 filter include: tag:Pets selects no operation",
    ],
  ])("refuses %s", async (_, args, message) => {
    const folder = await apiWorkspace({ "api.yaml": PETS });
    expect(await codegenIn(folder, ...args)).toEqual({ code: 2, out: [], err: [message] });
  });
});

it("codegen lint says what concerns the document as it is written", async () => {
  const text = PETS.replace("maxLength: 100", "maxLenght: 100");
  const folder = await apiWorkspace({ "openapi/pets.yaml": text, "earmark.config.json": FETCHING });
  expect((await codegenIn(folder, "lint", "openapi/pets.yaml")).out.join()).toContain("maxLenght");
  expect((await codegenIn(folder, "generate")).err.join()).not.toContain("maxLenght");
});

it("codegen lint --inventory tells what a filter leaves out", async () => {
  const folder = await apiWorkspace({ "earmark.config.json": FETCHING });
  const { out } = await codegenIn(folder, "lint", "--inventory", "--format", "json", "openapi/pets.yaml");
  const entries: readonly { pointer: string; verdict: string; reason: string | null }[] = JSON.parse(out.join("\n"));
  const at = (pointer: string) => {
    const found = entries.find((entry) => entry.pointer === pointer);
    return [found?.verdict, found?.reason ?? undefined];
  };
  expect(at("#/paths/~1pets~1{Id}/get/operationId")).toEqual(["generated", undefined]);
  expect(at("#/paths/~1pets~1{Id}/post/operationId")).toEqual(["not generated", "the filter leaves it out"]);
  expect(at("#/components/schemas/UpdatePetRequest/type")).toEqual(["not generated", "the filter leaves it out"]);
});

describe("codegen diff and changeset", () => {
  const repository = repositories();
  const begin = (files: Readonly<Record<string, string>> = { "earmark.config.json": FETCHING }) =>
    repository({ remote: true }, files);
  const diff = async (root: string): Promise<readonly string[]> => {
    const { out } = await codegen(root, "diff", "HEAD:openapi/pets.yaml", "openapi/pets.yaml", "--format", "json");
    return JSON.parse(out.join("\n")).changes.map(({ message }: { message: string }) => message);
  };

  it("say nothing of what is not generated", async () => {
    const { root } = await begin();
    await writeFiles(root, { "openapi/pets.yaml": PETS.replace("maxLength: 100", "maxLength: 10") });
    expect(await diff(root)).toEqual([]);
    expect((await runChangeset(root)).code).toBe(0);
    await writeFiles(root, { "openapi/pets.yaml": PETS.replace("const: small", "const: tiny") });
    expect((await diff(root)).length).toBeGreaterThan(0);
  });

  it("see an edit of the filter as one of what is generated", async () => {
    const { root } = await begin({ "earmark.config.json": "{}" });
    await writeFiles(root, { "earmark.config.json": FETCHING });
    expect((await diff(root)).join()).toMatch(/UpdatePet/);
    expect((await runChangeset(root)).err).toContainEqual(expect.stringMatching(/^pets-client +minor +breaking: /));
  });
});

it("codegen api-update is not stopped by what is wrong in an operation that is left out", async () => {
  const wrong = DOCUMENT.replace(
    "type: object\n      properties:\n        Name",
    "type: thing\n      properties:\n        Name",
  );
  expect(wrong).not.toBe(DOCUMENT);
  const { code, out } = await runUpdate(await editedForUpdate(wrong, { "earmark.config.json": FETCHING }));
  expect([code, out.join("\n")]).toEqual([0, expect.not.stringContaining("UpdatePet")]);
  expect((await runUpdate(await editedForUpdate(wrong))).code).toBe(1);
});

it("a release records what was generated", async () => {
  const folder = await releasedWorkspace({ "earmark.config.json": FETCHING });
  const released = await readFile(join(folder, "openapi/released/pets.yaml"), "utf8");
  expect(released).toContain("FetchPet");
  expect(released).not.toContain("UpdatePet");
});
