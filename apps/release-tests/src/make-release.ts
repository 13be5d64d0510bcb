import { mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyWorkspace } from "./copy-workspace.ts";
import { releaseEnvironment } from "./environment.ts";
import { startRegistry, TOKEN } from "./registry/registry.ts";
import type { Served } from "./registry/serve.ts";
import { borrowModules } from "./workspace/borrow-modules.ts";
import { publishedPackages } from "./workspace/packages.ts";
import { pnpm } from "./workspace/pnpm.ts";
import type { Finished } from "./workspace/run.ts";

/** A release that was made of a copy of the workspace, by the scripts that make the real one. */
export interface Release {
  /** The copy, after the release. */
  readonly root: string;
  readonly registry: string;
  readonly env: NodeJS.ProcessEnv;
  /** What the scripts said: `release:version`, then again with nothing to do, then `release:publish`. */
  readonly versioned: Finished;
  readonly versionedAgain: Finished;
  readonly published: Finished;
}

/** Makes a release, and gives a way to forget it. */
export async function makeRelease(): Promise<{ readonly release: Release; forget(): Promise<void> }> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "release-")));
  const registry = await startRegistry();
  const forget = async (): Promise<void> => {
    await registry.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { release: await releaseInto(folder, registry), forget };
  } catch (error) {
    await forget();
    throw error;
  }
}

async function releaseInto(folder: string, registry: Served): Promise<Release> {
  const root = join(folder, "workspace");
  // As actions/setup-node leaves it: a file with registry and token, which a variable names.
  const npmrc = join(folder, "npmrc");
  writeFileSync(
    npmrc,
    `${registry.url.replace("http:", "")}/:_authToken=\${NODE_AUTH_TOKEN}\nregistry=${registry.url}/`,
  );
  const plain = await releaseEnvironment();
  await copyWorkspace(root, plain);
  borrowModules(root);
  // Whatever is pending or not when this test runs, every package is to get another version.
  const bumps = publishedPackages(root).map(({ manifest }) => `"${manifest.name}": patch\n`);
  writeFileSync(join(root, ".changeset/release-tests.md"), `---\n${bumps.join("")}---\n\nTried a release.\n`);
  const versioned = await pnpm(["run", "release:version"], { cwd: root, env: plain });
  const versionedAgain = await pnpm(["run", "release:version"], { cwd: root, env: plain });
  const env = { ...plain, NPM_CONFIG_USERCONFIG: npmrc, NODE_AUTH_TOKEN: TOKEN };
  const published = await pnpm(["run", "release:publish"], { cwd: root, env });
  return { root, registry: registry.url, env, versioned, versionedAgain, published };
}
