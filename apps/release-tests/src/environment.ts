import { dirname, join } from "node:path";
import { run } from "./workspace/run.ts";
import { WORKSPACE } from "./workspace/workspace-root.ts";

/**
 * The environment of whoever makes a release: nothing of the script that runs this test, a name for commits and tags,
 * and the cache of turbo, which knows the builds of the workspace already.
 */
export async function releaseEnvironment(): Promise<NodeJS.ProcessEnv> {
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
    // Where turbo keeps it, also for a linked worktree.
    TURBO_CACHE_DIR: join(dirname(commonGitFolder.trim()), ".turbo/cache"),
    TURBO_TELEMETRY_DISABLED: "1",
    // The copy's modules are borrowed; pnpm would replace them.
    pnpm_config_verify_deps_before_run: "false",
  };
}
