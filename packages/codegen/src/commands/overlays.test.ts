import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { documentText, tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { apiWorkspace } from "../testing/api-workspace.ts";
import { repositories } from "../testing/repository.ts";
import { codegen, codegenIn } from "../testing/run.ts";
import { runChangeset } from "../testing/run-changeset.ts";

const overlay = (actions: string): string => `overlay: 1.1.0\ninfo: { title: T, version: "1" }\nactions:\n${actions}`;
const RENAMED = overlay("  - target: $.components.schemas\n    update: { Collar: { type: string } }\n");
const CONFIG = JSON.stringify({ overlays: { pets: ["openapi/overlays/pets.yaml"] } });

/** A workspace whose document has an overlay. */
const workspace = (text = RENAMED, config: string = CONFIG): Promise<string> =>
  apiWorkspace({ "openapi/overlays/pets.yaml": text, "earmark.config.json": config });

const TYPES = "packages/pets-types/src/generated/types.gen.d.ts";
const MANIFEST = "packages/pets-types/src/generated/manifest.json";

describe("codegen generate in a workspace", () => {
  it("generates from documents after the overlays that the config names", async () => {
    const folder = await workspace();
    expect((await codegenIn(folder, "generate")).code).toBe(0);
    expect(await readFile(join(folder, TYPES), "utf8")).toContain("Collar");
    expect(JSON.parse(await readFile(join(folder, MANIFEST), "utf8"))).toMatchObject({
      document: "openapi/pets.yaml",
      overlays: ["overlays/pets.yaml"],
    });
  });

  it("takes what it generated for stale after an edit of an overlay, or of the config", async () => {
    const folder = await workspace();
    await codegenIn(folder, "generate");
    expect((await codegenIn(folder, "generate", "--check")).code).toBe(0);
    await writeFiles(folder, { "openapi/overlays/pets.yaml": RENAMED.replace("Collar", "Leash") });
    const edited = await codegenIn(folder, "generate", "--check");
    expect([edited.code, edited.out.join()]).toEqual([1, expect.stringContaining(`${TYPES}: different`)]);
    await writeFiles(folder, { "openapi/overlays/pets.yaml": RENAMED, "earmark.config.json": "{}" });
    expect((await codegenIn(folder, "generate", "--check")).code).toBe(1);
  });

  it("takes it for stale where the config names another overlay that does the same", async () => {
    const folder = await workspace();
    await codegenIn(folder, "generate");
    const other = { overlays: { pets: ["openapi/overlays/other.yaml"] } };
    await writeFiles(folder, {
      "openapi/overlays/other.yaml": RENAMED,
      "openapi/overlays/pets.yaml": "",
      "earmark.config.json": JSON.stringify(other),
    });
    expect((await codegenIn(folder, "generate", "--check")).out).toContainEqual(
      expect.stringMatching(/^packages\/pets-types\/src\/generated\/manifest\.json: different/),
    );
  });

  it.each<[string, string, string, string]>([
    [
      "an action that does not fit",
      overlay("  - target: $\n    update: { paths: [] }\n"),
      CONFIG,
      "openapi/overlays/pets.yaml:5:15 overlay-action $: `paths` is an object in the document and a list here; remove `paths` in an action before this one",
    ],
    [
      "a mistake in the config",
      RENAMED,
      CONFIG.replace("overlays", "overlay"),
      "codegen: earmark.config.json:1:2: overlay: unknown key; known are `layout`, `into`, `scope`, `documents`, `emitters`, `overlays`, `rules`; did you mean overlays?",
    ],
    [
      "an overlay for no document",
      RENAMED,
      CONFIG.replace('"pets"', '"pet"'),
      "codegen: earmark.config.json: overlays.pet: there is no such document; did you mean pets?",
    ],
    [
      "an overlay that is not there",
      RENAMED,
      CONFIG.replace("pets.yaml", "dogs.yaml"),
      "openapi/overlays/dogs.yaml:1:1 not-found no such file; pass the path of an OpenAPI Overlay",
    ],
  ])("exits 2 for %s, and writes nothing", async (_, text, config, message) => {
    const folder = await workspace(text, config);
    const before = await codegenIn(folder, "generate");
    expect(before).toEqual({ code: 2, out: [], err: [message] });
    await expect(readFile(join(folder, TYPES), "utf8")).rejects.toThrow("ENOENT");
  });

  it("warns of an action that selects nothing", async () => {
    const folder = await workspace(overlay("  - target: $.paths['/dogs']\n    remove: true\n"));
    expect((await codegenIn(folder, "generate")).err).toContain(
      "openapi/overlays/pets.yaml:4:5 overlay-target warning: $.paths['/dogs'] selects nothing in the document; correct it, or remove the action",
    );
  });

  it("takes no overlay beside documents for a document, and overlooks none", async () => {
    const beside = { "openapi/pets.overlay.yaml": RENAMED };
    const named = { "earmark.config.json": CONFIG.replace("overlays/pets.yaml", "pets.overlay.yaml") };
    expect((await codegenIn(await apiWorkspace({ ...beside, ...named }), "generate")).code).toBe(0);
    expect(await codegenIn(await apiWorkspace(beside), "generate")).toEqual({
      code: 2,
      out: [],
      err: [
        "codegen: openapi/pets.overlay.yaml is an overlay that is applied to no document; name it in the `overlays` of earmark.config.ts, or move it to another folder",
      ],
    });
  });
});

it("codegen add takes no overlay for a document", async () => {
  const folder = await apiWorkspace({ "openapi/pets.overlay.yaml": RENAMED });
  expect(await codegenIn(folder, "add", "openapi/pets.overlay.yaml")).toEqual({
    code: 2,
    out: [],
    err: [
      "codegen: openapi/pets.overlay.yaml is an overlay and no API; name it in the `overlays` of earmark.config.ts",
    ],
  });
});

describe("codegen generate --spec", () => {
  const files = {
    "api.yaml": documentText({ schemas: { Pet: { type: "string" } } }),
    "a.yaml": overlay("  - target: $.components.schemas\n    update: { Cat: { type: string } }\n"),
    "b.yaml": overlay("  - target: $.components.schemas.Cat.type\n    update: integer\n"),
  };
  const call = ["generate", "--spec", "api.yaml", "--out", "out", "--overlay", "a.yaml", "--overlay", "b.yaml"];

  it("applies each --overlay, in the order of the call", async () => {
    const folder = await tempFolder(files);
    expect((await codegenIn(folder, ...call)).code).toBe(0);
    expect(await readFile(join(folder, "out/types.gen.d.ts"), "utf8")).toMatch(/Cat = number/);
    expect((await codegenIn(folder, ...call, "--check")).code).toBe(0);
  });

  it("--check names the overlays in the call that would bring it up to date", async () => {
    const folder = await tempFolder(files);
    expect((await codegenIn(folder, ...call, "--check")).err).toEqual([
      expect.stringContaining("run `codegen generate --spec api.yaml --overlay a.yaml --overlay b.yaml --out out`"),
    ]);
  });

  it("alone takes --overlay", async () => {
    expect(await codegenIn(await workspace(), "generate", "--overlay", "openapi/overlays/pets.yaml")).toEqual({
      code: 2,
      out: [],
      err: ["codegen: --overlay belongs to --spec FILE; name the overlays of a workspace in earmark.config.ts"],
    });
  });
});

describe("codegen lint", () => {
  it("sees a document of a workspace after its overlays, from wherever it is run", async () => {
    const folder = await workspace(overlay("  - target: $\n    update:\n      tags: [{ name: a }, { name: a }]\n"));
    const { code, out } = await codegenIn(folder, "lint", "openapi/pets.yaml");
    expect([code, out]).toEqual([
      1,
      expect.arrayContaining([expect.stringMatching(/^openapi\/overlays\/pets\.yaml:6:27 no-duplicated-tag-names /)]),
    ]);
    expect((await codegen(join(folder, "openapi"), "lint", "pets.yaml")).code).toBe(1);
  });

  it("holds an overlay to the specification", async () => {
    const folder = await tempFolder({ "right.yaml": RENAMED, "wrong.yaml": RENAMED.replace("target:", "targt:") });
    expect(await codegenIn(folder, "lint", "right.yaml")).toMatchObject({ code: 0, out: [] });
    expect(await codegenIn(folder, "lint", "wrong.yaml")).toMatchObject({
      code: 1,
      out: [
        "wrong.yaml:4:5 structure expected `target`: a JSONPath, received nothing",
        "wrong.yaml:4:5 unknown-field expected target, description, update, copy, remove or x-…, received targt; did you mean target?",
      ],
    });
  });
});

describe("codegen diff and changeset", () => {
  const repository = repositories();
  const begin = () =>
    repository({ remote: true }, { "openapi/overlays/pets.yaml": RENAMED, "earmark.config.json": CONFIG });
  const diff = async (root: string): Promise<readonly string[]> => {
    const { out } = await codegen(root, "diff", "HEAD:openapi/pets.yaml", "openapi/pets.yaml", "--format", "json");
    return JSON.parse(out.join("\n")).changes.map(({ message }: { message: string }) => message);
  };

  it("see a document after its overlays, and at a commit after those that it had there", async () => {
    const { root } = await begin();
    expect(await diff(root)).toEqual([]);
    await writeFiles(root, { "openapi/overlays/pets.yaml": RENAMED.replace("Collar", "Leash") });
    expect((await diff(root)).join()).toMatch(/Collar.*Leash/);
    await writeFiles(root, { "earmark.config.json": "{}" });
    expect((await diff(root)).join()).toMatch(/Collar/);
  });

  it("ask for a changeset where an overlay was edited, and where it is left out", async () => {
    const { root } = await begin();
    expect(await runChangeset(root, { check: true })).toMatchObject({ code: 0, out: [] });
    const needs = ["client", "types", "validators"].map((kind) => expect.stringMatching(`^pets-${kind}: needs`));
    await writeFiles(root, { "openapi/overlays/pets.yaml": RENAMED.replace("Collar", "Leash") });
    expect(await runChangeset(root, { check: true })).toMatchObject({ code: 1, out: needs });
    await writeFiles(root, { "earmark.config.json": "{}" });
    expect(await runChangeset(root, { check: true })).toMatchObject({ code: 1, out: needs });
  });

  it("compare with what was released, overlays applied", async () => {
    const { root } = await begin();
    expect(await readFile(join(root, "openapi/released/pets.yaml"), "utf8")).toContain("Collar");
  });
});
