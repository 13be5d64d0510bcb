import { readdir, readFile, rm, symlink, utimes } from "node:fs/promises";
import { join, relative } from "node:path";
import { documentText, tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it, vi } from "vitest";
import { generateFolder } from "../generate.ts";
import { codegen } from "../testing/run.ts";
import { replaceFiles, whileInUse } from "./staged-file.ts";
import { writeTarget } from "./target.ts";

async function temporaryIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".tmp"));
}

describe("a manifest that lists what was not generated", () => {
  const text = (...files: readonly string[]): string =>
    JSON.stringify({
      document: { file: "x" },
      generator: {},
      files: Object.fromEntries(files.map((file) => [file, "0"])),
    });

  it("makes nothing of it ours: what has not our first line stays", async () => {
    const theirs = {
      "out/src/main.js": "mine\n",
      "out/a.gen.js": "// mine\n",
      "out/tsconfig.json": "{}",
      "out/empty.js": "",
      "main.js": "// Generated from elsewhere\n",
    };
    const lists = text(...Object.keys(theirs).map((path) => path.replace("out/", "")), "../main.js", "linked/main.js");
    const folder = await tempFolder({ "d/api.yaml": documentText({}), ...theirs, "out/manifest.json": lists });
    await writeFiles(folder, { "other/main.js": "// Generated from elsewhere\n" });
    await symlink(join(folder, "other"), join(folder, "out/linked"));
    expect((await codegen(folder, "generate", "--spec", "d/api.yaml", "--out", "out")).code).toBe(0);
    for (const [path, own] of Object.entries(theirs)) expect(await readFile(join(folder, path), "utf8")).toBe(own);
    expect(await readFile(join(folder, "other/main.js"), "utf8")).toBe("// Generated from elsewhere\n");
  });

  it("does not have it overwritten", async () => {
    const theirs = { "out/validation/check.js": "mine\n", "out/package.json": '{ "type": "module", "name": "mine" }' };
    const lists = text("validation/check.js", "package.json");
    const folder = await tempFolder({ "api.yaml": documentText({}), ...theirs, "out/manifest.json": lists });
    const { code, err } = await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out");
    expect([code, err]).toEqual([2, [expect.stringMatching(/^codegen: out\/validation\/check\.js: expected nothing/)]]);
    await rm(join(folder, "out/validation"), { recursive: true });
    expect((await codegen(folder, "generate", "--spec", "api.yaml", "--out", "out")).code).toBe(0);
    expect(await readFile(join(folder, "out/package.json"), "utf8")).toBe(theirs["out/package.json"]);
  });

  it("counts on both sides of a conflict, and in the form that it had with hashes", async () => {
    const folder = await tempFolder({ "api.yaml": documentText({}) });
    const call = ["generate", "--spec", "api.yaml", "--out", "out"];
    await codegen(folder, ...call);
    const path = join(folder, "out/manifest.json");
    const recorded = await readFile(path, "utf8");
    const old = Object.fromEntries(
      ["one.gen.js", "two.gen.js"].map((name) => [`out/${name}`, "// Generated from x\n"]),
    );
    for (const text of [
      recorded.replace(
        /"client.gen.d.ts",\n|"checks.gen.d.ts",\n/,
        '$&<<<<<<< HEAD\n"one.gen.js",\n=======\n"two.gen.js",\n>>>>>>> b\n',
      ),
      '{ "document": { "file": "api.yaml", "sha256": "0" }, "generator": {}, "files": { "one.gen.js": "0", "two.gen.js": "1" } }',
    ]) {
      expect(text).not.toBe(recorded);
      await writeFiles(folder, { ...old, "out/manifest.json": text });
      expect(await codegen(folder, ...call)).toMatchObject({
        code: 0,
        out: ["out/manifest.json", ...Object.keys(old)],
      });
      expect(await readFile(path, "utf8")).toBe(recorded);
    }
  });

  it("has what an earlier edition generated taken away, the runtime included", async () => {
    const folder = await tempFolder({ "api.yaml": documentText({}) });
    const call = ["generate", "--spec", "api.yaml", "--out", "out"];
    await codegen(folder, ...call);
    const runtime = await readFile(join(folder, "out/validation/check.js"), "utf8");
    const recorded = await readFile(join(folder, "out/manifest.json"), "utf8");
    await writeFiles(folder, {
      "out/validation/old.js": runtime,
      "out/old.gen.js": "// Generated from api.yaml\n",
      "out/manifest.json": recorded.replace('"files": [', '"files": [ "validation/old.js", "old.gen.js",'),
    });
    expect((await codegen(folder, ...call)).out).toEqual([
      "out/manifest.json",
      "out/old.gen.js",
      "out/validation/old.js",
    ]);
  });
});

describe("a run that could be killed at any time", () => {
  it("moves the manifest into place after all that it lists", async () => {
    const folder = await tempFolder({ "api.yaml": documentText({}) });
    const { targets } = await generateFolder(join(folder, "api.yaml"), join(folder, "out"));
    for (const target of targets) {
      const manifest = target.files.find(({ path }) => path === "manifest.json");
      const { files } = JSON.parse(manifest?.text ?? "") as { readonly files: readonly string[] };
      // Named in the order in which they were moved.
      const moved = (await writeTarget(target)).map((path) => relative(target.folder, path));
      expect(moved.at(-1)).toBe("manifest.json");
      expect(moved.slice(0, -1).sort()).toEqual(files);
    }
  });
});

it("a folder in the place of a file is named, without the file beside it that was to go there", async () => {
  const folder = await tempFolder({ "a.txt/b": "" });
  const path = join(folder, "a.txt");
  await expect(replaceFiles([{ path, content: "" }])).rejects.toMatchObject({
    name: "UsageError",
    message: expect.stringMatching(/a\.txt cannot be written: [^']+$/),
  });
  expect(await readdir(folder)).toEqual(["a.txt"]);
});

describe("a file that another program has open, on Windows", () => {
  const failure = (code: string): Error => Object.assign(new Error(`${code}: rename`), { code });

  it.each(["EPERM", "EACCES", "EBUSY"])("is tried again after %s", async (code) => {
    const act = vi
      .fn(async () => {})
      .mockRejectedValueOnce(failure(code))
      .mockRejectedValueOnce(failure(code));
    await whileInUse(act, [0, 0]);
    expect(act).toHaveBeenCalledTimes(3);
  });

  it("is given up in the end, and anything else at once", async () => {
    const busy = vi.fn(() => Promise.reject(failure("EBUSY")));
    await expect(whileInUse(busy, [0, 0])).rejects.toThrow("EBUSY");
    expect(busy).toHaveBeenCalledTimes(3);
    const full = vi.fn(() => Promise.reject(failure("ENOSPC")));
    await expect(whileInUse(full, [0, 0])).rejects.toThrow("ENOSPC");
    expect(full).toHaveBeenCalledTimes(1);
  });
});

describe("temporary files of a run that was killed", () => {
  const GONE = 99_999_999;
  const DOCUMENT = documentText({ schemas: { A: {} } });

  it.each([
    ["nothing", ""],
    ["half of the first line", "// Gener"],
    ["a whole file", "// Generated from a.yaml by\nexport {};\n"],
  ])("are taken away, with %s in them", async (_name, text) => {
    const folder = await tempFolder({
      "api.yaml": DOCUMENT,
      [`out/types.gen.d.ts.${GONE}.tmp`]: text,
      [`out/validation/check.js.${GONE}.tmp`]: text,
    });
    const call = ["generate", "--spec", "api.yaml", "--out", "out"];
    expect((await codegen(folder, ...call)).code).toBe(0);
    expect(await temporaryIn(folder)).toEqual([]);
    expect((await codegen(folder, ...call, "--check")).code).toBe(0);
  });

  it("are taken away of the manifest, too, and named by --check", async () => {
    const folder = await tempFolder({ "api.yaml": DOCUMENT });
    const call = ["generate", "--spec", "api.yaml", "--out", "out"];
    await codegen(folder, ...call);
    const manifest = await readFile(join(folder, "out/manifest.json"), "utf8");
    const left = `out/manifest.json.${GONE}.tmp`;
    await writeFiles(folder, { [left]: manifest.slice(0, 40) });
    expect((await codegen(folder, ...call, "--check")).out).toEqual([expect.stringMatching(/^out\/manifest.*: extra/)]);
    expect((await codegen(folder, ...call)).out).toEqual([left]);
  });

  it("stay while the run that writes them is alive, but not for ever: another process may have its number", async () => {
    const file = `out/types.gen.d.ts.${process.ppid}.tmp`;
    const folder = await tempFolder({ "api.yaml": DOCUMENT, [file]: "// Generated from a.yaml\n" });
    const call = ["generate", "--spec", "api.yaml", "--out", "out"];
    expect((await codegen(folder, ...call)).code).toBe(0);
    expect(await temporaryIn(folder)).toHaveLength(1);
    const anHourAgo = Date.now() / 1_000 - 3_600;
    await utimes(join(folder, file), anHourAgo, anHourAgo);
    expect((await codegen(folder, ...call)).out).toEqual([file]);
  });
});
