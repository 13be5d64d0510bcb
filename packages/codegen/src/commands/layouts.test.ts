import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { PETS } from "../testing/api-workspace.ts";
import { linkRuntime } from "../testing/client.ts";
import { codegen, recordedIo } from "../testing/run.ts";
import { errorsOfUse } from "../testing/type-check.ts";
import { add } from "./add.ts";

const ORDERS = PETS.replaceAll("Pet", "Order").replaceAll("pets", "orders");

/** A workspace with documents in these places and this config; a document's packages are added. */
async function workspace(
  config: object,
  documents: Readonly<Record<string, string>>,
  added: readonly string[],
): Promise<string> {
  const root = await tempFolder({
    "package.json": JSON.stringify({ name: "@acme/root", type: "module", workspaces: ["packages/*"] }),
    "earmark.config.json": JSON.stringify(config),
    ...documents,
  });
  for (const document of added) expect(await add(document, recordedIo(root).io, () => Promise.resolve(0))).toBe(0);
  return root;
}

const json = async (root: string, path: string) => JSON.parse(await readFile(join(root, path), "utf8"));

describe('the layout "package"', () => {
  const make = () => workspace({ layout: "package" }, { "openapi/pets.yaml": PETS }, ["openapi/pets.yaml"]);

  it("is one package, with the client as its main entry and the rest below", async () => {
    const root = await make();
    expect(await readdir(join(root, "packages"))).toEqual(["pets-api"]);
    const { name, exports } = await json(root, "packages/pets-api/package.json");
    expect(name).toBe("@acme/pets-api");
    expect(Object.keys(exports)).toEqual([
      ...["./types", "./types/strict", "./validators", "./validators/strict", "./validators/checks"],
      ...[".", "./functions", "./operations", "./schemas"],
    ]);
    expect((await codegen(root, "generate", "--check")).code).toBe(0);
  });

  it("works: its types compile, its client calls and its validators judge", async () => {
    const root = await make();
    await linkRuntime(root);
    await writeFiles(root, {
      "packages/pets-api/use.ts": `
import { createPetsClient } from "@acme/pets-api";
import type { Pet } from "@acme/pets-api/types";
import { Pet as Validator } from "@acme/pets-api/validators";
import { createCaller, fetchPet } from "@acme/pets-api/functions";
const pet: Pet = await createPetsClient({}).fetchPet({ Id: "a" });
const other: Pet = await fetchPet(createCaller({}), { Id: "a" });
export const isPet: boolean = Validator.is(pet) && Validator.is(other);
`,
    });
    expect(errorsOfUse(join(root, "packages/pets-api/use.ts"))).toEqual([]);
    const folder = join(root, "packages/pets-api/src/generated");
    const { Pet } = await import(pathToFileURL(join(folder, "validators.gen.js")).href);
    expect([Pet.is({ name: "Rex" }), Pet.is({ name: 1 })]).toEqual([true, false]);
    const { createPetsClient } = await import(pathToFileURL(join(folder, "client.gen.js")).href);
    const fetch = () => Promise.resolve(Response.json({ name: "Rex" }));
    expect(await createPetsClient({ fetch }).fetchPet({ Id: "a" })).toEqual({ name: "Rex" });
  });
});

describe('the layout "folder"', () => {
  it("generates into a package that exists, for one document or for all", async () => {
    const root = await workspace(
      { documents: { pets: { layout: "folder", into: "packages/service/src/api" } } },
      {
        "openapi/pets.yaml": PETS,
        "openapi/orders.yaml": ORDERS,
        "packages/service/package.json": JSON.stringify({ name: "@acme/service", type: "module", version: "1.0.0" }),
      },
      ["openapi/pets.yaml", "openapi/orders.yaml"],
    );
    expect((await readdir(join(root, "packages"))).sort()).toEqual([
      "orders-client",
      "orders-types",
      "orders-validators",
      "service",
    ]);
    expect(await readdir(join(root, "packages/service/src/api"))).toEqual(["pets"]);
    const { imports, dependencies } = await json(root, "packages/service/package.json");
    expect(imports["#pets/validators"]).toEqual({
      types: "./src/api/pets/validators.gen.d.ts",
      default: "./src/api/pets/validators.gen.js",
    });
    expect(Object.keys(dependencies)).toEqual(["@earmark/http", "@earmark/validation"]);
    expect((await codegen(root, "generate", "--check")).code).toBe(0);
  });

  it("is none within that of another document", async () => {
    const root = await tempFolder({
      "package.json": JSON.stringify({ name: "one", type: "module" }),
      "openapi/pets.yaml": PETS,
      "openapi/orders.yaml": ORDERS,
      "earmark.config.json": JSON.stringify({ into: "gen", documents: { orders: { into: "gen/pets" } } }),
    });
    const { code, out, err } = await codegen(root, "generate");
    expect([code, out, err.join()]).toEqual([
      2,
      [],
      expect.stringContaining("gen/pets/orders, for orders, is in the folder that is generated for pets; set another"),
    ]);
  });

  it("says what a manifest lacks", async () => {
    const files = { "openapi/pets.yaml": PETS, "package.json": JSON.stringify({ name: "one", type: "module" }) };
    const root = await tempFolder(files);
    const { code, err } = await codegen(root, "generate");
    expect([code, err.join("\n")]).toEqual([
      0,
      expect.stringContaining('package.json: expected "#pets" in imports; add {"#pets":'),
    ]);
    expect((await codegen(root, "generate", "--check")).code).toBe(1);
  });
});

describe("a change of the config", () => {
  const files = { "openapi/pets.yaml": PETS };

  it.each<[string, object, object, RegExp]>([
    [
      "of the layout",
      {},
      { layout: "package" },
      /openapi\/pets\.yaml feeds packages\/pets-api, which does not exist; run/,
    ],
    ["of the folder", {}, { into: "libs" }, /openapi\/pets\.yaml feeds libs\/pets-types, which does not exist; run/],
    [
      "of the scope",
      { scope: "@old" },
      { scope: "@new" },
      /packages\/pets-types\/package\.json: expected "name": "@new\/pets-types", received "@old\/pets-types"; rename it/,
    ],
  ])("%s makes what it generated stale", async (_, before, after, message) => {
    const root = await workspace(before, files, ["openapi/pets.yaml"]);
    expect((await codegen(root, "generate", "--check")).code).toBe(0);
    await writeFiles(root, { "earmark.config.json": JSON.stringify(after) });
    const { code, out, err } = await codegen(root, "generate", "--check");
    expect([code === 0, [...out, ...err].join("\n")]).toEqual([false, expect.stringMatching(message)]);
  });

  it("names folders that are generated elsewhere now", async () => {
    const root = await workspace({}, files, ["openapi/pets.yaml"]);
    await writeFiles(root, { "earmark.config.json": JSON.stringify({ layout: "package" }) });
    expect(await add("openapi/pets.yaml", recordedIo(root).io, () => Promise.resolve(0))).toBe(0);
    expect((await codegen(root, "generate", "--check")).out).toContainEqual(
      "packages/pets-types/src/generated: extra: openapi/pets.yaml is generated elsewhere now; remove it",
    );
  });
});

it("a document of any place and name is generated as what the config calls it", async () => {
  const root = await workspace(
    { documents: { animals: "services/zoo/api.yaml" } },
    { "services/zoo/api.yaml": PETS },
    [],
  );
  expect(await add("services/zoo/api.yaml", recordedIo(root).io, () => Promise.resolve(0))).toBe(0);
  expect(await readFile(join(root, "packages/animals-client/src/generated/client.gen.js"), "utf8")).toContain(
    "createAnimalsClient",
  );
  expect((await codegen(root, "generate", "--check")).code).toBe(0);
});
