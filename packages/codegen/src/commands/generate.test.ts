import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expectDocument, readDocument } from "@earmark/openapi";
import { ANNOTATION_FILE, documentText, filesIn, tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { pathsUsing } from "../testing/documents.ts";
import { codegen } from "../testing/run.ts";

const TYPES = "packages/annotation-types/src/generated";
const VALIDATORS = "packages/annotation-validators/src/generated";
const CLIENT = "packages/annotation-client/src/generated";

const packages = (name: string): Record<string, string> =>
  Object.fromEntries(["types", "validators", "client"].map((kind) => [`packages/${name}-${kind}/package.json`, "{}"]));

/** A workspace with the annotation document and the three packages that it feeds, not generated yet. */
async function workspace(): Promise<string> {
  const folder = await tempFolder({ "pnpm-workspace.yaml": "packages: [packages/*]\n", ...packages("annotation") });
  await mkdir(join(folder, "openapi"));
  await copyFile(ANNOTATION_FILE, join(folder, "openapi/annotation.yaml"));
  return folder;
}

async function generated(): Promise<string> {
  const folder = await workspace();
  expect((await codegen(folder, "generate")).code).toBe(0);
  return folder;
}

/** What git may do when it checks files out on Windows. */
async function endLinesAsWindows(folder: string): Promise<void> {
  for (const [file, text] of Object.entries(await filesIn(folder)))
    await writeFile(join(folder, file), text.replaceAll("\n", "\r\n"));
}

describe("codegen generate", () => {
  it("fills the packages of every document, and changes nothing the second time", async () => {
    const folder = await workspace();
    const first = await codegen(folder, "generate");
    expect(first.code).toBe(0);
    expect(first.out).toContain(`${CLIENT}/client.gen.js`);
    expect(first.out).toEqual([...first.out].sort());
    const before = await filesIn(folder);
    expect(await codegen(folder, "generate")).toEqual({
      code: 0,
      out: [],
      err: [expect.stringMatching(/^nothing to do/)],
    });
    expect(await filesIn(folder)).toEqual(before);
  });

  it("finds the workspace from any folder inside", async () => {
    const folder = await generated();
    expect((await codegen(join(folder, TYPES), "generate", "--check")).code).toBe(0);
  });

  it("makes the same of a document whose keys are in another order", async () => {
    const folder = await generated();
    const before = await filesIn(join(folder, "packages"));
    const { root } = expectDocument(await readDocument(ANNOTATION_FILE));
    await writeFiles(folder, { "openapi/annotation.yaml": JSON.stringify(reversed(root)) });
    expect((await codegen(folder, "generate")).out).toEqual([]);
    expect(await filesIn(join(folder, "packages"))).toEqual(before);
  });

  it("warns of what it leaves out, with its place", async () => {
    const folder = await tempFolder({ "api.yaml": documentText({ schemas: { A: { pattern: "(?i)a" } } }) });
    const { code, err } = await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out");
    expect([code, err[0]]).toEqual([
      0,
      expect.stringMatching(
        /api\.yaml:11:9 pattern warning: expected a regular expression of ECMA-262, so no string is held/,
      ),
    ]);
  });

  it("says what it takes for something else", async () => {
    const schemas = {
      A: { properties: { b: { $ref: "#/components/schemas/B", nullable: true } } },
      B: { type: "string" },
    };
    const folder = await tempFolder({ "api.yaml": documentText({ openapi: "3.0.3", schemas }) });
    const { err } = await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out");
    expect(err[0]).toMatch(/api\.yaml:\d+:\d+ older-keyword info: nullable beside \$ref$/);
  });
});

describe("codegen generate --check", () => {
  it("names every file that is missing, different or extra, each with its word, in one run", async () => {
    const folder = await generated();
    const text = await readFile(join(folder, "openapi/annotation.yaml"), "utf8");
    await writeFiles(folder, {
      "openapi/annotation.yaml": text.replace("description: SID of a call.", "description: The SID of a call."),
      [`${VALIDATORS}/old.gen.js`]: "// Generated from a.yaml long ago\n",
      [`${CLIENT}/operations.gen.js`]: "// mine now\n",
      [`${CLIENT}/notes.md`]: "not generated",
    });
    await rm(join(folder, TYPES, "types.gen.d.ts"));
    const before = await filesIn(folder);
    const { code, out, err } = await codegen(folder, "generate", "--check");
    expect(code).toBe(1);
    expect(out).toEqual([
      `${TYPES}/types.gen.d.ts: missing`,
      `${VALIDATORS}/old.gen.js: extra: nothing generates this file any more`,
      `${CLIENT}/operations.gen.js: different: the document, an overlay, the config or the generator has changed since, or the file was edited`,
      `${CLIENT}/schemas.gen.d.ts: different: the document, an overlay, the config or the generator has changed since, or the file was edited`,
      `${CLIENT}/schemas.gen.js: different: the document, an overlay, the config or the generator has changed since, or the file was edited`,
    ]);
    expect(err).toEqual([
      expect.stringMatching(/^5 files have drifted from the \d+ that are generated; run `pnpm exec codegen generate`/),
    ]);
    expect(await filesIn(folder)).toEqual(before);
  });

  it("is satisfied again after `generate`, which takes away what is extra and leaves the rest", async () => {
    const folder = await generated();
    await writeFiles(folder, {
      [`${VALIDATORS}/old.gen.js`]: "// Generated from a.yaml long ago\n",
      [`${VALIDATORS}/notes.md`]: "not generated",
      [`${VALIDATORS}/checks.gen.js.99999999.tmp`]: "// Generated from a killed run\n",
    });
    expect((await codegen(folder, "generate", "--check")).code).toBe(1);
    expect((await codegen(folder, "generate")).code).toBe(0);
    expect((await codegen(folder, "generate", "--check")).code).toBe(0);
    const left = await readdir(join(folder, VALIDATORS));
    expect([left.includes("old.gen.js"), left.includes("notes.md"), left.join().includes("tmp")]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("does not count line ends, and leaves them alone", async () => {
    const folder = await generated();
    await endLinesAsWindows(join(folder, "packages"));
    expect(await codegen(folder, "generate", "--check")).toMatchObject({ code: 0, out: [] });
    expect((await codegen(folder, "generate")).out).toEqual([]);
  });

  it("does not count the line ends of a folder that works by itself, its package.json included", async () => {
    const folder = await tempFolder({ "api.yaml": documentText({ schemas: { A: {} } }) });
    const call = ["generate", "--spec", "api.yaml", "--out", "out"];
    await codegen(folder, ...call);
    await endLinesAsWindows(folder);
    expect(await codegen(folder, ...call, "--check")).toMatchObject({ code: 0, out: [] });
    expect((await codegen(folder, ...call)).out).toEqual([]);
  });

  it("does not fail for a manifest that is damaged: the files are compared", async () => {
    const folder = await generated();
    for (const text of ["", "<<<<<<< HEAD", "null", "[]", '{"files": null}']) {
      await writeFiles(folder, { [`${TYPES}/manifest.json`]: text });
      expect((await codegen(folder, "generate", "--check")).out).toEqual([
        expect.stringContaining("manifest.json: different"),
      ]);
    }
  });

  it("names packages whose document is gone, and leaves it to a person to remove them", async () => {
    const folder = await generated();
    await rm(join(folder, "openapi/annotation.yaml"));
    await writeFiles(folder, { "openapi/zeta.yaml": documentText({}), ...packages("zeta") });
    const { code, err } = await codegen(folder, "generate");
    expect(code).toBe(0);
    const gone = [CLIENT, TYPES, VALIDATORS].map(
      (path) => `${path}: extra: openapi/annotation.yaml, from which it was generated, is gone; remove the package`,
    );
    expect(err).toEqual(expect.arrayContaining(gone));
    expect(await codegen(folder, "generate", "--check")).toMatchObject({ code: 1, out: gone });
  });

  it("looks at all documents, not at the first alone", async () => {
    const folder = await generated();
    await writeFiles(folder, {
      "openapi/zeta.yaml": documentText({ schemas: { Z: { type: "string" } } }),
      ...packages("zeta"),
    });
    const { code, out } = await codegen(folder, "generate", "--check");
    expect(code).toBe(1);
    expect(out.every((line) => line.startsWith("packages/zeta-"))).toBe(true);
  });
});

describe("a folder that others use too", () => {
  it("keeps their files, whatever they are called", async () => {
    const theirs = {
      "out/routes.gen.ts": "// by another generator\n",
      "out/constructor": "x",
      "out/sub/a.gen.js": "1",
      "out/x.txt": "",
      "out/notes.gen.js.1.tmp": "",
      "out/app.js": "// mine\n",
      "out/types.gen.d.ts.99999999.tmp": "// mine\n",
      "out/types.gen.d.ts.new.tmp": "",
    };
    const folder = await tempFolder({ "api.yaml": documentText({}), ...theirs });
    for (let run = 0; run < 2; run++) {
      expect((await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out")).code).toBe(0);
      for (const [path, text] of Object.entries(theirs)) expect(await readFile(join(folder, path), "utf8")).toBe(text);
    }
    expect((await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out", "--check")).code).toBe(0);
  });

  it("keeps what was generated into folders below", async () => {
    const folder = await tempFolder({ "api.yaml": documentText({}) });
    expect((await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out/one")).code).toBe(0);
    expect((await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out")).code).toBe(0);
    expect((await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out/one", "--check")).code).toBe(0);
  });

  it("is refused where their files are in the places of generated ones, and left as it is", async () => {
    const theirs = {
      "out/package.json": '{ "type": "module" }',
      "out/manifest.json": '{ "name": "An app", "icons": [] }',
      "out/validation/check.js": "export {};\n",
    };
    const folder = await tempFolder({ "api.yaml": documentText({}), ...theirs });
    const { code, err } = await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out");
    expect([code, err]).toEqual([
      2,
      [
        expect.stringMatching(
          /^codegen: out\/validation\/check\.js, out\/manifest\.json: expected nothing, or what was/,
        ),
      ],
    ]);
    expect(Object.keys(await filesIn(folder)).sort()).toEqual(["api.yaml", ...Object.keys(theirs)].sort());
  });

  it.each(["", "module", "null", "[]", '"module"', "{", '{ "type": "commonjs" }', '{ "name": "an-app" }'])(
    "is refused beside a package.json of %j",
    async (text) => {
      const folder = await tempFolder({ "api.yaml": documentText({}), "out/package.json": text });
      const { code, err } = await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out");
      expect([code, err]).toEqual([2, [expect.stringMatching(/^codegen: \S+package\.json has no "type": "module", /)]]);
      expect(Object.keys(await filesIn(join(folder, "out")))).toHaveLength(1);
    },
  );

  it("says how to bring itself up to date", async () => {
    const folder = await tempFolder({ "api.yaml": documentText({}) });
    const { err } = await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out", "--check");
    expect(err.at(-1)).toMatch(/; run `codegen generate --spec api\.yaml --out out` and commit the result$/);
  });
});

describe("an error", () => {
  it("on the way leaves no temporary file, and exits with 2 and one line", async () => {
    const folder = await workspace();
    await mkdir(join(folder, VALIDATORS, "validators.gen.js"), { recursive: true });
    const { code, err } = await codegen(folder, "generate");
    expect([code, err]).toEqual([2, [expect.stringMatching(/validators\.gen\.js: expected a file, found a folder; /)]]);
    expect(Object.keys(await filesIn(folder)).filter((file) => file.endsWith(".tmp"))).toEqual([]);
  });

  it("is said with every other one, before anything is written", async () => {
    const schemas = { A: { $ref: "#/nowhere" }, B: { items: { $ref: "#/elsewhere" }, pattern: "(?i)a" } };
    const paths = { "/a": { get: { "x-pagination": { items: 1 }, responses: {} } } };
    const folder = await tempFolder({ "api.yaml": documentText({ schemas, paths }) });
    const { code, out, err } = await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out");
    expect([code, out]).toEqual([2, []]);
    expect(err.map((line) => line.split(" ")[1])).toEqual(["x-pagination", "reference", "reference", "pattern"]);
    expect(await readdir(folder)).toEqual(["api.yaml"]);
  });

  it("in the document exits with 2 and its place", async () => {
    const folder = await tempFolder({ "api.yaml": documentText({ paths: { "/a": { get: 5 } } }) });
    const { code, out, err } = await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out");
    expect([code, out, err]).toEqual([
      2,
      [],
      [
        expect.stringMatching(/api\.yaml:7:3 skipped none of its operations can be generated/),
        expect.stringMatching(/api\.yaml:9:\d+ structure warning: expected an object/),
      ],
    ]);
    expect(await readdir(folder)).toEqual(["api.yaml"]);
  });
});

describe("a wrong call", () => {
  it.each([
    [["generate", "--nonsense"], /nonsense/],
    [["generate", "--spec", "api.yaml"], /--spec FILE and --out DIR belong together/],
    [["generate", "--out", "out"], /--spec FILE and --out DIR belong together/],
    [["generate", "--spec"], /spec/],
    [["generate", "--spec", "api.yaml", "--out", ""], /^codegen: --out expects a folder, received an empty text$/],
    [["changeset"], /^codegen: \S+ is in no workspace and no package; run this where a package.json is, or below$/],
    [["generate", "extra"], /extra|argument/],
    [["generate", "--spec", "none.yaml", "--out", "out"], /none\.yaml:1:1 not-found no such file/],
    [
      ["generate", "--spec", "https://example.com/a.yaml", "--out", "out"],
      /a\.yaml:1:1 not-found no such file, and no URL is fetched; pass the path of an OpenAPI document/,
    ],
    [["frobnicate"], /^codegen: No command registered for `frobnicate`; see `codegen --help`$/],
    [["lint"], /argument|FILE/],
    [
      ["generate"],
      /^codegen: \S+ is in no workspace and no package; run this where a package.json is, or below, or pass --spec FILE --out DIR$/,
    ],
  ])("%j exits with 2 and one clear line", async (args, line) => {
    const { code, out, err } = await codegen(await tempFolder(), ...args);
    expect([code, out, err]).toEqual([2, [], [expect.stringMatching(line)]]);
    expect(err.join()).not.toContain("\n");
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ["without documents", {}, /^codegen: there is no document in .*openapi; put one there as NAME\.yaml$/],
    [
      "without the packages of a document",
      { "openapi/a.yaml": documentText({}) },
      /feeds packages.a-types, which does not exist/,
    ],
    [
      "with two documents of one name",
      { "openapi/a.yaml": documentText({}), "openapi/a.json": documentText({}), ...packages("a") },
      /a\.json and openapi\/a\.yaml feed the same packages/,
    ],
  ])("in a workspace %s exits with 2 and one clear line", async (_, files, line) => {
    const folder = await tempFolder({ "pnpm-workspace.yaml": "packages: [packages/*]\n", ...files });
    expect(await codegen(folder, "generate")).toEqual({ code: 2, out: [], err: [expect.stringMatching(line)] });
  });

  it("is none that asks for help or the version", async () => {
    const folder = await tempFolder();
    expect(await codegen(folder, "--help")).toMatchObject({
      code: 0,
      err: [],
      out: [expect.stringContaining("generate")],
    });
    expect(await codegen(folder, "--version")).toMatchObject({ code: 0, err: [], out: [expect.stringMatching(/^\d/)] });
  });
});

describe("an operation that cannot be generated", () => {
  const done = { "204": { description: "Done." } };
  const post = {
    operationId: "Send",
    requestBody: { content: { "multipart/related": { schema: { type: "object" } } } },
    responses: done,
  };
  const text = documentText({ paths: { "/a": { get: { operationId: "Read", responses: done }, post } } });
  const call = ["generate", "--spec", "api.yaml", "--out", "out"] as const;
  const unsupported = expect.stringMatching(/api\.yaml:\d+:\d+ unsupported warning: a body of type multipart\/related/);
  const skipped = expect.stringMatching(/api\.yaml:\d+:\d+ skipped warning: POST \/a has no method in a client/);

  it("is named, and the others are generated", async () => {
    const folder = await tempFolder({ "api.yaml": text });
    const { code, err } = await codegen(folder, ...call);
    expect([code, err]).toEqual([0, [skipped, unsupported, expect.stringMatching(/^\d+ changed/)]]);
    const table = await readFile(join(folder, "out/operations.gen.js"), "utf8");
    expect(table).toContain('operationId: "Read"');
    expect(table).not.toContain("Send");
  });

  it.each([[], ["--check"]])("is an error with --fail-on-skipped, for which nothing is written %s", async (...more) => {
    const folder = await tempFolder({ "api.yaml": text });
    const { code, out, err } = await codegen(folder, ...call, "--fail-on-skipped", ...more);
    expect([code, out, err]).toEqual([
      1,
      [],
      [skipped, unsupported, "2 places are skipped, which --fail-on-skipped forbids; nothing was written"],
    ]);
    expect(await readdir(folder)).toEqual(["api.yaml"]);
  });

  it("is none with --fail-on-skipped where there is none", async () => {
    const folder = await tempFolder({ "api.yaml": documentText({ paths: { "/a": { get: { responses: done } } } }) });
    expect(await codegen(folder, ...call, "--fail-on-skipped")).toMatchObject({ code: 0 });
  });
});

it("a name clash between requests and responses is reported with its place", async () => {
  const Who = { type: "string", enum: ["a", "b"] };
  const text = documentText({ paths: pathsUsing(["Who"], ["Who"]), schemas: { Who, WhoInput: {} } });
  const folder = await tempFolder({ "api.yaml": text });
  const { code, err } = await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out");
  const said = expect.stringMatching(/api\.yaml:\d+:\d+ name-clash warning: .*WhoInput2/);
  expect([code, err]).toEqual([0, expect.arrayContaining([said])]);
});

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}
