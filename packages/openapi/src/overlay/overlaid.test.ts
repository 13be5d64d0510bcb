import { join, relative } from "node:path";
import { tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { formatDiagnostics } from "../diagnostics/report.ts";
import { bundledText } from "../document/document.ts";
import { lintDocument } from "../lint/lint.ts";
import { readOverlaid } from "./overlaid.ts";

const DOCUMENT = `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: ListPets
      security: []
      responses:
        "200":
          description: All of them.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
components:
  schemas:
    Pet: { type: object }
`;

/** A document of two files. */
const TWO_FILES = {
  "api.yaml": DOCUMENT.replace("#/components/schemas/Pet", "shared.yaml#/Animal"),
  "shared.yaml": "Animal: { type: object, properties: { name: { type: string } } }\n",
};

const overlay = (actions: string, head = ""): string =>
  `overlay: 1.1.0\ninfo: { title: T, version: "1" }\n${head}actions:\n${actions}`;

/** What reading or linting a document after overlays says, and what comes of it. */
async function after(
  files: Readonly<Record<string, string>>,
  overlays: readonly string[],
  read: typeof readOverlaid | typeof lintDocument = readOverlaid,
) {
  const folder = await tempFolder({ "api.yaml": DOCUMENT, ...files });
  const paths = overlays.map((name) => join(folder, name));
  const { document, diagnostics } = await read(join(folder, "api.yaml"), paths);
  const said = formatDiagnostics(diagnostics.map((one) => ({ ...one, file: relative(folder, one.file) })));
  return { folder, document, said };
}

describe("a document after overlays", () => {
  it("is that of all of them, one after the other", async () => {
    const { document, said } = await after(
      {
        "a.yaml": overlay("  - target: $.info\n    update: { title: A }\n"),
        "b.json": JSON.stringify({
          overlay: "1.0.0",
          info: { title: "T", version: "1" },
          actions: [
            { target: "$.info[?@ == 'A']", remove: true },
            { target: "$.info", update: { title: "B" } },
          ],
        }),
      },
      ["a.yaml", "b.json"],
    );
    expect(document?.root.info).toEqual({ version: "1", title: "B" });
    expect(document?.overlays).toEqual(["a.yaml", "b.json"]);
    expect(said).toEqual([]);
  });

  it("may be of another version than it was", async () => {
    const { document } = await after({ "a.yaml": overlay("  - target: $\n    update: { openapi: 3.0.3 }\n") }, [
      "a.yaml",
    ]);
    expect(document?.written.version).toBe("3.0");
  });

  it("changes with each of its overlays", async () => {
    const hash = async (title: string) =>
      (await after({ "a.yaml": overlay(`  - target: $.info\n    update: { title: ${title} }\n`) }, ["a.yaml"])).document
        ?.sha256;
    expect(await hash("A")).toBe(await hash("A"));
    expect(await hash("A")).not.toBe(await hash("B"));
  });

  it("is, as one text, what the overlays have left", async () => {
    const { document, folder } = await after({ "a.yaml": overlay("  - target: $.info.title\n    update: Dogs\n") }, [
      "a.yaml",
    ]);
    if (document === undefined) throw new Error("expected a document");
    expect(await bundledText(join(folder, "api.yaml"), document)).toContain("title: Dogs");
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ["one file", {}],
    [
      "several files",
      { ...TWO_FILES, "api.yaml": `${TWO_FILES["api.yaml"]}    Other: { $ref: "shared.yaml#/Animal" }\n` },
    ],
  ])("of %s says of each part where it was written", async (_, files) => {
    const properties = overlay(
      "  - target: $.components.schemas.Pet\n    update:\n      properties:\n        name: {}\n",
    );
    const { document, folder } = await after({ ...files, "a.yaml": properties }, ["a.yaml"]);
    const placeOf = (pointer: string): string => {
      const { file, line, column } = document?.placeOf(pointer) ?? { file: "", line: 0, column: 0 };
      return `${relative(folder, file)}:${line}:${column}`;
    };
    expect(placeOf("#/components/schemas/Pet/type")).toBe("api.yaml:14:12");
    expect(placeOf("#/components/schemas/Pet/properties/name")).toBe("a.yaml:7:9");
  });
});

describe("what is wrong is said where it was written:", () => {
  it("a reference that an overlay brings", async () => {
    const broken = overlay(
      '  - target: $.components.schemas.Pet\n    update: { items: { $ref: "#/components/schemas/X" } }\n',
    );
    expect((await after({ "a.yaml": broken }, ["a.yaml"])).said).toEqual([
      expect.stringMatching(/^a\.yaml:5:24 reference warning: #\/components\/schemas\/X does not exist/),
    ]);
  });

  it("the same in a document of several files", async () => {
    const broken = overlay('  - target: $.components.schemas.Pet\n    update: { items: { $ref: "other.yaml#/X" } }\n');
    expect((await after({ ...TWO_FILES, "a.yaml": broken }, ["a.yaml"])).said).toEqual([
      expect.stringMatching(/^a\.yaml:5:15 reference .*other\.yaml/),
    ]);
  });

  it("a cycle that an overlay closes, by way of another file", async () => {
    const files = {
      "api.yaml": DOCUMENT.replace("Pet: { type: object }", 'Pet: { $ref: "shared.yaml#/Pet" }'),
      "shared.yaml": 'Pet: { $ref: "api.yaml#/components/schemas/Dog" }\n',
      "a.yaml": overlay("  - target: $.components.schemas\n    update:\n      Dog: { $ref: 'shared.yaml#/Pet' }\n"),
    };
    expect((await after(files, ["a.yaml"])).said.join()).toMatch(/leads back to itself/);
  });

  it("what only lint finds", async () => {
    const files = { "a.yaml": overlay("  - target: $\n    update:\n      tags: [{ name: a }, { name: a }]\n") };
    for (const more of [{}, TWO_FILES])
      expect((await after({ ...more, ...files }, ["a.yaml"], lintDocument)).said).toContainEqual(
        expect.stringMatching(/^a\.yaml:6:27 no-duplicated-tag-names /),
      );
  });

  it("what the document itself says, at its line there", async () => {
    const files = {
      "api.yaml": DOCUMENT.replace("paths:", "tags: [{ name: a }, { name: a }]\npaths:"),
      "a.yaml": overlay("  - target: $.paths['/pets'].get\n    update: { summary: Lists pets. }\n"),
    };
    expect((await after(files, ["a.yaml"], lintDocument)).said).toEqual([
      expect.stringMatching(/^api\.yaml:3:21 no-duplicated-tag-names /),
    ]);
  });

  it("an action that does not fit", async () => {
    const { document, said } = await after(
      { "a.yaml": overlay("  - target: $\n    update:\n      paths:\n        /pets: { get: { responses: [] } }\n") },
      ["a.yaml"],
    );
    expect(document).toBeUndefined();
    expect(said).toEqual([
      "a.yaml:7:25 overlay-action $: `responses` is an object in the document and a list here; remove `responses` in an action before this one",
    ]);
  });

  it("a copy that does not fit, where it is copied from", async () => {
    const { said } = await after(
      { "a.yaml": overlay("  - target: $.components\n    copy: $.info\n  - target: $.paths\n    copy: $.x\n") },
      ["a.yaml"],
    );
    expect(said).toEqual([
      "a.yaml:7:5 overlay-action $.paths: it copies what is not there; correct the JSONPath, or add it in an action before",
    ]);
  });

  it("an action that selects nothing, as a warning", async () => {
    const { document, said } = await after({ "a.yaml": overlay("  - target: $.paths['/dogs']\n    remove: true\n") }, [
      "a.yaml",
    ]);
    expect(document).toBeDefined();
    expect(said).toEqual([
      "a.yaml:4:5 overlay-target warning: $.paths['/dogs'] selects nothing in the document; correct it, or remove the action",
    ]);
  });

  it("a removal of what the document refers to, beside the reference", async () => {
    const files = { "a.yaml": overlay("  - target: $.components.schemas['Pet', 'Dog']\n    remove: true\n") };
    expect((await after(files, ["a.yaml"])).said).toEqual([
      expect.stringMatching(
        /^a\.yaml:4:5 overlay-action warning: .*: it removes #\/components\/schemas\/Pet, which .*api\.yaml:11:\d+ refers to; edit that as well$/,
      ),
      expect.stringMatching(/^api\.yaml:11:\d+ reference /),
    ]);
    const both = overlay(
      "  - target: $.components.schemas.Pet\n    remove: true\n  - target: $.paths\n    remove: true\n",
    );
    expect((await after({ "a.yaml": both }, ["a.yaml"])).said.join()).not.toContain("overlay-action");
  });

  it("all mistakes of all overlays at once", async () => {
    const { said } = await after({ "a.yaml": "overlay: 3.0.0", "b.yaml": overlay("  - target: paths\n") }, [
      "a.yaml",
      "b.yaml",
      "c.yaml",
    ]);
    expect(said.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      "a.yaml:1:1 structure",
      "a.yaml:1:1 structure",
      "a.yaml:1:1 version",
      "b.yaml:4:5 json-path",
      "c.yaml:1:1 not-found",
    ]);
  });

  it("not what follows from a mistake in the same overlay", async () => {
    const actions =
      "  - target: $.info[\n    update: { contact: {} }\n  - target: $.info.contact\n    update: { name: Us }\n";
    expect((await after({ "a.yaml": overlay(actions) }, ["a.yaml"])).said).toEqual([
      expect.stringMatching(/^a\.yaml:4:5 json-path /),
    ]);
  });

  it("nothing that a comment in the overlay ignores", async () => {
    const ignored =
      "  - target: $\n    update:\n      # earmark-ignore no-duplicated-tag-names: We know.\n      tags: [{ name: a }, { name: a }]\n";
    expect((await after({ "a.yaml": overlay(ignored) }, ["a.yaml"], lintDocument)).said).toEqual([]);
  });

  it("a document that cannot be read", async () => {
    expect((await after({ "api.yaml": "openapi: [", "a.yaml": "" }, ["a.yaml"])).said).toEqual([
      expect.stringMatching(/^api\.yaml:1:11 syntax /),
    ]);
  });
});

describe("a file that the document refers to", () => {
  it("is no part of what an overlay selects", async () => {
    const inOther = overlay("  - target: $..properties.name\n    remove: true\n");
    const { document, said } = await after({ ...TWO_FILES, "a.yaml": inOther }, ["a.yaml"]);
    expect(JSON.stringify(document?.root)).toContain('"name"');
    expect(said).toEqual([expect.stringMatching(/^a\.yaml:4:5 overlay-target warning: /)]);
  });

  it("keeps its places", async () => {
    const files = { ...TWO_FILES, "a.yaml": overlay("  - target: $.info\n    update: { x-a: 1 }\n") };
    const { document, folder } = await after(files, ["a.yaml"]);
    const { file, line } = document?.placeOf("#/components/schemas/Animal/properties/name") ?? {
      file: "",
      line: 0,
    };
    expect([relative(folder, file), line]).toEqual(["shared.yaml", 1]);
  });

  it("may be brought in by an overlay", async () => {
    const files = {
      "other/dog.yaml": "Dog: { type: string }\n",
      "overlays/a.yaml": overlay(
        "  - target: $.components.schemas\n    update: { Dog: { $ref: 'other/dog.yaml#/Dog' } }\n",
      ),
    };
    const { document, said } = await after(files, ["overlays/a.yaml"]);
    expect(said).toEqual([]);
    expect(JSON.stringify(document?.root)).toContain('"type":"string"');
    expect(document?.overlays).toEqual(["overlays/a.yaml"]);
  });
});

describe("an overlay that says what it extends", () => {
  const actions = "  - target: $.info\n    update: { x-a: 1 }\n";
  it.each<[string, string, boolean]>([
    ["the document", "../api.yaml", true],
    ["the document, as a URI", "../%61pi.yaml", true],
    ["a document on the network", "https://a.example/api.yaml", true],
    ["another document", "../dogs.yaml", false],
    ["a document that would be in the folder of the overlay", "api.yaml", false],
  ])("names %s", async (_, target, isFine) => {
    const { document, said } = await after({ "o/a.yaml": overlay(actions, `extends: ${target}\n`) }, ["o/a.yaml"]);
    expect(document?.root.info).toMatchObject({ "x-a": 1 });
    const message = `o/a.yaml:3:1 overlay-extends warning: expected an overlay for api.yaml, received one that extends ${target}; correct one of them`;
    expect(said).toEqual(isFine ? [] : [message]);
  });
});
