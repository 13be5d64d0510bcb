import { mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { makeRelease, type Release } from "./make-release.ts";
import { publishedPackages } from "./workspace/packages.ts";
import { run } from "./workspace/run.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly release: Release;
    /** A project in which npm has installed all released packages. */
    readonly consumer: string;
  }
}

/** One release for all test files: it takes longer than the tests themselves. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { release, remove } = await makeRelease();
  try {
    const consumer = await installEverything(release);
    project.provide("release", release);
    project.provide("consumer", consumer);
    return async () => {
      await rm(consumer, { recursive: true, force: true });
      await remove();
    };
  } catch (error) {
    await remove();
    throw new Error(`what was released cannot be installed\n${release.published.out}${release.published.err}`, {
      cause: error,
    });
  }
}

/** A new folder with nothing but a manifest, into which npm installs every published package. */
async function installEverything({ registry, env }: Release): Promise<string> {
  const project = realpathSync(mkdtempSync(join(tmpdir(), "consumer-")));
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const names = publishedPackages().map(({ manifest }) => manifest.name);
  await run(
    [
      "npm",
      "install",
      ...names,
      `--registry=${registry}`,
      `--cache=${join(project, ".npm")}`,
      "--no-audit",
      "--no-fund",
    ],
    { cwd: project, env },
  );
  return project;
}
