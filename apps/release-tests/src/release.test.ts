import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { pnpm } from "./release/pnpm.ts";
import { publishedPackages, workspacePackages } from "./release/workspace-packages.ts";
import { WORKSPACE } from "./release/workspace-root.ts";
import { attempt } from "./run.ts";

const { root, registry, env, versioned, versionedAgain, published } = inject("release");
const released = publishedPackages(root);

describe("release:version", () => {
  it("gives every package that is published another version and a changelog, and no other", () => {
    expect(versioned).toMatchObject({ code: 0 });
    const before = new Map(workspacePackages().map(({ folder, manifest }) => [folder, manifest.version]));
    for (const { folder, manifest } of workspacePackages(root)) {
      const isPublished = manifest.private !== true;
      expect(manifest.version !== before.get(folder), `${manifest.name} ${manifest.version}`).toBe(isPublished);
      expect(existsSync(join(root, folder, "CHANGELOG.md")), `changelog of ${manifest.name}`).toBe(isPublished);
      if (!isPublished) continue;
      expect(versioned.out).toContain(`${manifest.name} ${before.get(folder)} → ${manifest.version}\n`);
      const changelog = readFileSync(join(root, folder, "CHANGELOG.md"), "utf8");
      expect(changelog).toMatch(new RegExp(`^## ${manifest.version.replaceAll(".", "\\.")}$`, "m"));
      expect(changelog).toContain("- Tried a release.");
    }
  });

  it("records what every document says, parts in other files included", () => {
    const documents = readdirSync(join(root, "openapi")).filter((name) => name.endsWith(".yaml"));
    const released = readdirSync(join(root, "openapi/released")).filter((name) => name.endsWith(".yaml"));
    expect(released).toEqual(documents);
    for (const name of documents) {
      const [text, recorded] = ["openapi", "openapi/released"].map((folder) =>
        readFileSync(join(root, folder, name), "utf8"),
      );
      const refersToFiles = /\$ref: *['"]?[^'"#\s]/;
      expect(recorded).not.toMatch(refersToFiles);
      if (!refersToFiles.test(text ?? "")) expect(recorded).toBe(text);
    }
  });

  it("brings along what depends on versions", async () => {
    const codegen = join(root, "packages/codegen/dist/bin.js");
    // The generator is among what got another version, which its manifests name, and its changesets do not.
    for (const call of [
      ["generate", "--check"],
      ["changeset", "--check"],
    ])
      expect(await attempt([process.execPath, codegen, ...call], { cwd: root })).toMatchObject({ code: 0, out: "" });
    const lockfile = ["install", "--offline", "--frozen-lockfile", "--lockfile-only"];
    expect(await pnpm(lockfile, { cwd: root, env })).toMatchObject({ code: 0 });
  });

  it("has nothing to do the second time, and says so", () => {
    expect(versionedAgain).toMatchObject({ code: 0, out: "" });
    expect(versionedAgain.err).toMatch(/^nothing to release: no changeset is pending/m);
  });
});

describe("release:publish", () => {
  it("publishes the libraries and the command line, and nothing else", async () => {
    expect(published).toMatchObject({ code: 0 });
    const answers = workspacePackages(root).map(async ({ manifest }) => {
      const { status } = await fetch(`${registry}/${manifest.name}`);
      return [manifest.name, status === 200];
    });
    const apps = ["@earmark/bench", "@earmark/contract-tests", "@earmark/release-tests"];
    const expected = workspacePackages().map(({ manifest }) => [manifest.name, !apps.includes(manifest.name)]);
    expect(await Promise.all(answers)).toEqual(expected);
  });

  it("tags what it published", () => {
    const tags = execFileSync("git", ["tag", "--list"], { cwd: root, encoding: "utf8" }).trim().split("\n");
    expect(tags).toEqual(released.map(({ manifest }) => `${manifest.name}@${manifest.version}`).sort());
  });

  it("does nothing where all is published, so that it can be run again after a failure", async () => {
    const again = await pnpm(["run", "release:publish"], { cwd: root, env });
    expect(again.code).toBe(0);
    expect(again.out).toContain("No unpublished projects to publish");
  });

  it("proves provenance when the workflow's variable asks for it, which only CI can", async () => {
    const asked = { ...env, PNPM_CONFIG_PROVENANCE: "true" };
    const { code, out } = await pnpm(["publish", "--json", "--no-git-checks"], {
      cwd: join(root, "packages/annotation-types"),
      env: asked,
    });
    expect(code).toBe(1);
    expect(out).toContain("ERR_PNPM_PROVENANCE_UNSUPPORTED_PROVIDER");
  });
});

it("is tried with the packages of this workspace", () => {
  expect(released.map(({ folder }) => folder)).toEqual(publishedPackages(WORKSPACE).map(({ folder }) => folder));
});
