import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { publishedPackages, WORKSPACE, workspacePackages } from "./workspace/packages.ts";
import { attempt, pnpm } from "./workspace/run.ts";

const { root, registry, env, versioned, versionedAgain, published } = inject("release");
const released = publishedPackages(root);
/** Read now: a second run has nothing to pack. */
const packedPlan = readFileSync(join(root, "release/publish-plan.json"), "utf8");

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

  it("updates what depends on versions", async () => {
    const codegen = join(root, "packages/codegen/dist/bin.js");
    // The generator got another version too, which manifests name and changesets do not.
    for (const call of [
      ["generate", "--check"],
      ["changeset", "--check"],
    ])
      expect(await attempt([process.execPath, codegen, ...call], { cwd: root })).toMatchObject({ code: 0, out: "" });
    const lockfile = ["install", "--offline", "--frozen-lockfile", "--lockfile-only"];
    expect(await pnpm(lockfile, { cwd: root, env })).toMatchObject({ code: 0 });
  });

  it("has nothing to do the second time, and reports that", () => {
    expect(versionedAgain).toMatchObject({ code: 0, out: "" });
    expect(versionedAgain.err).toMatch(/^nothing to release: no changeset is pending/m);
  });
});

describe("release:publish", () => {
  it("publishes the libraries and the command line, and nothing else", async () => {
    expect(published).toMatchObject({ code: 0 });
    const found = workspacePackages(root).map(async ({ manifest }) => {
      const { status } = await fetch(`${registry}/${manifest.name}`);
      return [manifest.name, status === 200];
    });
    const privately = ["bench", "contract", "contract-tests", "release-tests", "stryker", "testing"].map(
      (name) => `@earmark/${name}`,
    );
    const expected = workspacePackages().map(({ manifest }) => [manifest.name, !privately.includes(manifest.name)]);
    expect(await Promise.all(found)).toEqual(expected);
  });

  it("tags what it published", () => {
    const tags = execFileSync("git", ["tag", "--list"], { cwd: root, encoding: "utf8" }).trim().split("\n");
    expect(tags).toEqual(released.map(({ manifest }) => `${manifest.name}@${manifest.version}`).sort());
  });

  it("does nothing when everything is published, so that it can be run again after a failure", async () => {
    const again = await pnpm(["run", "release:publish"], { cwd: root, env });
    expect(again.code).toBe(0);
    expect(again.out).toContain("No packages to pack");
  });

  it("proves provenance when the workflow's variable asks for it, which only CI can", async () => {
    const folder = join(root, "release");
    writeFileSync(join(folder, "publish-plan.json"), packedPlan);
    // Nothing listens there: a registry without any package.
    const npmrc = join(folder, "npmrc");
    writeFileSync(npmrc, "registry=http://127.0.0.1:9/\n//127.0.0.1:9/:_authToken=any\nfetch-retries=0\n");
    const nowhere = { NPM_CONFIG_USERCONFIG: npmrc };
    const asked = { ...env, ...nowhere, NPM_CONFIG_PROVENANCE: "true" };
    const { code, err } = await attempt([process.execPath, "publish-packed.ts", "release"], { cwd: root, env: asked });
    expect(code).toBe(1);
    expect(err).toMatch(/provenance generation not supported for provider/);
  });

  it("refuses a tarball that is not the one that was packed", async () => {
    const folder = join(root, "release");
    const plan = JSON.parse(packedPlan) as { plan: { tarball: { path: string } }[][] };
    const path = join(folder, plan.plan[0]?.[0]?.tarball.path ?? "");
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from(" ")]));
    writeFileSync(join(folder, "publish-plan.json"), packedPlan);
    const { code, err } = await attempt([process.execPath, "publish-packed.ts", "release"], { cwd: root, env });
    expect([code, err]).toEqual([1, expect.stringMatching(/is not what was packed: expected sha256-/)]);
  });
});

it("releases the packages of this workspace", () => {
  expect(released.map(({ folder }) => folder)).toEqual(publishedPackages(WORKSPACE).map(({ folder }) => folder));
});
