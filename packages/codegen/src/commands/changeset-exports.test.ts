import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { recordExports } from "../release/changeset/exports.ts";
import { changesetText, releasedWorkspace } from "../testing/api-workspace.ts";
import { check } from "../testing/changesets.ts";

/** Exports of a package as the snapshot has them. */
const snapshot = (...blocks: readonly string[]): string =>
  ["# Exports of lib\n", "Written by `pnpm exports`.\n", "## `lib`\n", ...blocks].join("\n");
const block = (name: string, code: string): string => `### \`${name}\`\n\n\`\`\`ts\n${code}\n\`\`\`\n`;
const internal = (name: string, code: string): string => `### \`${name}\`, not exported\n\n\`\`\`ts\n${code}\n\`\`\`\n`;

const OPEN = block("open", "export declare function open(path: string): Handle;");
const CLOSE = block("close", "export declare function close(handle: Handle): void;");
const HANDLE = internal("Handle", "interface Handle {\n    readonly id: number;\n}");
const BEFORE = snapshot(CLOSE, OPEN, HANDLE);

interface Given {
  readonly now?: string;
  readonly version?: string;
  readonly bump?: string;
  readonly manifest?: object;
}

/** A workspace with one hand-written package, whose exports were {@link BEFORE} at its last release. */
async function library({ now, version = "0.3.0", bump, manifest = {} }: Given): Promise<string> {
  return releasedWorkspace({
    "packages/lib/package.json": JSON.stringify({ name: "lib", version, ...manifest }),
    "packages/lib/exports.released.md": BEFORE,
    ...(now === undefined ? {} : { "packages/lib/exports.md": now }),
    ...(bump === undefined ? {} : { ".changeset/mine.md": changesetText({ lib: bump }) }),
  });
}

describe("codegen changeset --check, of hand-written packages", () => {
  it("asks for nothing where the exports are those of the last release", async () => {
    expect(await check(await library({ now: BEFORE }))).toMatchObject({ code: 0, out: [] });
    expect(await check(await library({ now: BEFORE.replaceAll("\n", "\r\n") }))).toMatchObject({ code: 0, out: [] });
  });

  it.each<[string, string, string, string]>([
    ["a removed export", snapshot(OPEN, HANDLE), "major", "removed: `close` of lib"],
    ["a changed export", BEFORE.replace("path: string", "path: URL"), "major", "changed: `open` of lib"],
    ["a change of what an export refers to", BEFORE.replace("id: number", "id: string"), "major", "changed: `Handle`"],
    ["an export that moved to another entry", BEFORE.replace("## `lib`", "## `lib/node`"), "major", "removed: `close`"],
    [
      "an added export",
      snapshot(CLOSE, OPEN, block("seek", "export declare const seek: 1;"), HANDLE),
      "minor",
      "added",
    ],
  ])("asks for %s to be described", async (_what, now, level, why) => {
    const asked = { unstable: "minor", stable: level };
    for (const [version, need] of [
      ["0.3.0", asked.unstable],
      ["1.2.0", asked.stable],
    ] as const) {
      const tooLow = need === "major" ? "minor" : "patch";
      const { code, out, err } = await check(await library({ now, version, bump: tooLow }));
      expect(code).toBe(1);
      expect(out.join("\n")).toContain(`lib: needs ${need} (${why.replaceAll("`", "")}`);
      expect(out.join("\n")).toContain(`found ${tooLow}`);
      expect(err).toEqual(["say in a changeset what became of these exports"]);
      expect(await check(await library({ now, version, bump: need }))).toMatchObject({ code: 0, out: [] });
    }
  });

  it("takes exports that are gone for removed", async () => {
    expect((await check(await library({}))).out).toEqual([
      "lib: needs minor (removed: close of lib, open of lib), found none",
    ]);
  });

  it("names what became of each export, sorted, and more than five by their number", async () => {
    const names = ["g", "f", "e", "d", "c", "b"];
    const added = snapshot(
      ...names.map((name) => block(name, `export declare const ${name}: 1;`)),
      CLOSE,
      OPEN,
      HANDLE,
    );
    expect((await check(await library({ now: added }))).out).toEqual([
      "lib: needs minor (added: b of lib, c of lib, d of lib, e of lib, f of lib, 1 more), found none",
    ]);
    const changed = BEFORE.replace("path: string", "path: URL").replace("): void", "): string");
    expect((await check(await library({ now: changed }))).out).toEqual([
      "lib: needs minor (changed: close of lib, open of lib), found none",
    ]);
  });

  it("leaves names that are added to generated declarations to the documents, and asks for those that are gone", async () => {
    const generated = (...names: readonly string[]) => snapshot(...names.map((name) => `- \`${name}\``));
    const root = await library({ now: generated("Cat", "Dog") });
    await writeFiles(root, { "packages/lib/exports.released.md": generated("Dog") });
    expect((await check(root)).code).toBe(0);
    await writeFiles(root, { "packages/lib/exports.md": generated("Cat") });
    expect((await check(root)).out).toEqual(["lib: needs minor (removed: Dog of lib), found none"]);
  });

  it("asks for nothing where only what is not exported came or went, or the package is private", async () => {
    const now = snapshot(CLOSE, OPEN, HANDLE, internal("More", "type More = 1;"));
    expect((await check(await library({ now }))).code).toBe(0);
    expect((await check(await library({ now: snapshot(CLOSE, OPEN) }))).code).toBe(0);
    expect((await check(await library({ now: snapshot(), manifest: { private: true } }))).code).toBe(0);
  });

  it("takes less with a reason", async () => {
    const root = await library({
      now: BEFORE.replace("path: string", "path: string, mode?: string"),
      version: "1.0.0",
    });
    await writeFiles(root, { ".changeset/mine.md": "---\nlib: minor # because the parameter is optional\n---\nText." });
    expect((await check(root)).code).toBe(0);
  });

  it("compares with the exports of the release that came last", async () => {
    const root = await library({ now: snapshot(OPEN, HANDLE) });
    expect((await check(root)).code).toBe(1);
    expect(await recordExports(root)).toEqual([join(root, "packages/lib/exports.released.md")]);
    expect((await check(root)).code).toBe(0);
    expect(await readFile(join(root, "packages/lib/exports.released.md"), "utf8")).toBe(snapshot(OPEN, HANDLE));
    await rm(join(root, "packages/lib/exports.md"));
    await recordExports(root);
    expect((await check(root)).code).toBe(0);
    const own = await library({ now: snapshot(OPEN, HANDLE), manifest: { private: true } });
    expect(await recordExports(own)).toEqual([]);
  });
});
