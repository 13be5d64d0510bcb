import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { startRegistry, TOKEN } from "./registry/registry.ts";
import type { Served } from "./registry/serve.ts";
import { linkModules } from "./workspace/link-modules.ts";
import { publishedPackages, WORKSPACE } from "./workspace/packages.ts";
import { type Finished, pnpm, run } from "./workspace/run.ts";

/** A release that was made of a copy of the workspace, by the scripts that make the real one. */
export interface Release {
  /** The copy, after the release. */
  readonly root: string;
  readonly registry: string;
  readonly env: NodeJS.ProcessEnv;
  /** The output of the scripts: `release:version`, again with nothing to do, then `release:publish`. */
  readonly versioned: Finished;
  readonly versionedAgain: Finished;
  readonly published: Finished;
}

/** Makes a release; `remove` deletes it. */
export async function makeRelease(): Promise<{ readonly release: Release; remove(): Promise<void> }> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "release-")));
  const registry = await startRegistry();
  const remove = async (): Promise<void> => {
    await registry.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { release: await releaseInto(folder, registry), remove };
  } catch (error) {
    await remove();
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
  linkModules(root);
  // Every package gets another version, with or without pending changesets.
  const bumps = publishedPackages(root).map(({ manifest }) => `"${manifest.name}": patch\n`);
  writeFileSync(join(root, ".changeset/release-tests.md"), `---\n${bumps.join("")}---\n\nTried a release.\n`);
  const versioned = await pnpm(["run", "release:version"], { cwd: root, env: plain });
  const versionedAgain = await pnpm(["run", "release:version"], { cwd: root, env: plain });
  const env = { ...plain, NPM_CONFIG_USERCONFIG: npmrc, NODE_AUTH_TOKEN: TOKEN };
  const published = await pnpm(["run", "release:publish"], { cwd: root, env });
  return { root, registry: registry.url, env, versioned, versionedAgain, published };
}

/**
 * The environment for a release: without variables of the script that runs this test, with a name for commits and tags,
 * and with the cache of turbo, which has the builds of the workspace already.
 */
async function releaseEnvironment(): Promise<NodeJS.ProcessEnv> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(npm|pnpm|node|git|github|actions|turbo|vite|vitest)_/i.test(name),
  );
  const commonGitFolder = await run(["git", "rev-parse", "--path-format=absolute", "--git-common-dir"], {
    cwd: WORKSPACE,
  });
  return {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_AUTHOR_NAME: "Release",
    GIT_AUTHOR_EMAIL: "release@example.org",
    GIT_COMMITTER_NAME: "Release",
    GIT_COMMITTER_EMAIL: "release@example.org",
    // Turbo's default, also for a linked worktree.
    TURBO_CACHE_DIR: join(dirname(commonGitFolder.trim()), ".turbo/cache"),
    TURBO_TELEMETRY_DISABLED: "1",
    // The copy has links to modules; pnpm would replace them.
    pnpm_config_verify_deps_before_run: "false",
  };
}

/** The workspace as it is, uncommitted files included, as the one commit of a repository of its own. */
async function copyWorkspace(folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const listed = await run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: WORKSPACE,
    env,
  });
  for (const file of listed.split("\0").filter((name) => name !== "" && existsSync(join(WORKSPACE, name)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(WORKSPACE, file), join(folder, file));
  }
  for (const args of [
    ["init", "--quiet", "--initial-branch=main"],
    ["add", "--all"],
    ["commit", "--quiet", "--message=The workspace"],
  ]) {
    await run(["git", ...args], { cwd: folder, env });
  }
}
