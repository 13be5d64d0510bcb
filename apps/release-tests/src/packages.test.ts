import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { describe, expect, inject, it } from "vitest";
import { type Manifest, publishedPackages } from "./workspace/packages.ts";

const { registry } = inject("release");
const project = inject("consumer");

/** For CommonJS, which these packages do not support. Node has `require` of ES modules from 20.19 on. */
const COMMONJS_ONLY: readonly string[] = ["node10", "node16-cjs"];

describe.each(publishedPackages().map(({ folder, manifest }) => ({ folder, name: manifest.name })))(
  "$name, as it arrives",
  ({ folder, name }) => {
    const installed = join(project, "node_modules", name);
    const manifest = JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as Manifest;
    const files = readdirSync(installed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));

    it("has a complete manifest: description, repository, public access and provenance", () => {
      expect(manifest).toMatchObject({
        license: "MIT",
        description: expect.stringMatching(/\w.*\.$/),
        repository: { type: "git", url: expect.stringMatching(/^git\+https:/), directory: folder },
        type: "module",
        sideEffects: false,
        engines: { node: expect.stringMatching(/^>=\d+(\.\d+)?$/) },
        files: expect.any(Array),
        publishConfig: { access: "public", provenance: true },
      });
      expect(JSON.stringify(manifest)).not.toMatch(/workspace:|catalog:/);
      const scripts = Object.keys((manifest.scripts as object | undefined) ?? {});
      expect(scripts.filter((script) => /install|prepare/.test(script))).toEqual([]);
    });

    it("has a licence and a readme, and no files for development", () => {
      expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md"]));
      const foreign = /\.test(-d)?\.|\btesting\b|tsconfig|vitest\.config|\.tsbuildinfo$|\.turbo|(^|\/)node_modules\//;
      expect(files.filter((file) => foreign.test(file))).toEqual([]);
    });

    it("has every file that its manifest, its commands and its source maps name", () => {
      for (const target of [...targets(manifest.exports), ...Object.values(manifest.bin ?? {})]) {
        expect(existsSync(join(installed, target)), `${target} is missing`).toBe(true);
      }
      for (const command of Object.values(manifest.bin ?? {})) {
        expect(readFileSync(join(installed, command), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
      }
      for (const map of files.filter((file) => file.endsWith(".map"))) {
        const { sources } = JSON.parse(readFileSync(join(installed, map), "utf8")) as { sources: string[] };
        const missing = sources.filter((source) => !existsSync(resolve(installed, dirname(map), source)));
        expect(missing, `sources of ${map}`).toEqual([]);
      }
    });

    it("offers types before code at every entry", () => {
      const conditions = Object.entries(manifest.exports ?? {}).filter(([path]) => path !== "./package.json");
      expect(conditions.length > 0 || manifest.bin !== undefined).toBe(true);
      for (const [path, entry] of conditions) {
        expect(path).not.toContain("*");
        expect(typeof entry === "object" ? Object.keys(entry)[0] : entry).toBe("types");
      }
    });

    it("passes publint", async () => {
      const { messages, pkg } = await publint({ pack: { tarball: await tarball(registry, manifest) }, strict: true });
      expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
    });

    it("has correct types for every way to import it", async () => {
      const entries = Object.keys(manifest.exports ?? {});
      const archive = new Uint8Array(await tarball(registry, manifest));
      const analysis = await checkPackage(createPackageFromTarballData(archive));
      if (analysis.types === false) {
        // A command, of which nothing can be imported.
        expect([entries, manifest.bin]).toEqual([["./package.json"], expect.anything()]);
        return;
      }
      const problems = analysis.problems.filter(
        (problem) => !("resolutionKind" in problem && COMMONJS_ONLY.includes(problem.resolutionKind)),
      );
      expect(problems).toEqual([]);
      expect(Object.keys(analysis.entrypoints).sort()).toEqual(entries.sort());
    });
  },
);

it.each<[name: string, licences: readonly (readonly [name: string, licence: string])[]]>([
  [
    "cli",
    [
      ["@stricli/core", "Apache-2.0"],
      ["ansi-regex", "MIT"],
      ["get-east-asian-width", "MIT"],
      ["openapi-fetch", "MIT"],
      ["string-width", "MIT"],
      ["strip-ansi", "MIT"],
    ],
  ],
  [
    "codegen",
    [
      ["@redocly/openapi-core", "MIT"],
      ["ansi-colors", "MIT"],
      ["change-case", "MIT"],
      ["openapi-typescript", "MIT"],
      ["supports-color", "MIT"],
    ],
  ],
])("%s contains the licences of the third-party code in its bundles", (name, licences) => {
  const file = join(project, `node_modules/@earmark/${name}/dist/THIRD-PARTY-LICENSES.txt`);
  const text = readFileSync(file, "utf8");
  const titles = [...text.matchAll(/^(\S+) \d+\.\d+\.\d+, (\S+)$/gm)].map(([, title, licence]) => [title, licence]);
  expect(titles).toEqual(licences);
  const grants = /Apache License\s+Version 2\.0.*END OF TERMS AND CONDITIONS|Permission is hereby granted/s;
  for (const part of text.split(/^-{80}$/m)) expect(part).toMatch(grants);
});

/** The files in an `exports` map. */
function targets(exports: Manifest["exports"]): readonly string[] {
  return Object.values(exports ?? {}).flatMap((entry) => (typeof entry === "string" ? [entry] : Object.values(entry)));
}

async function tarball(url: string, { name, version }: Manifest): Promise<ArrayBuffer> {
  const response = await fetch(`${url}/${name}/-/${name}-${version}.tgz`);
  if (!response.ok) throw new Error(`the registry has no tarball of ${name} ${version}`);
  return response.arrayBuffer();
}
