import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { installed } from "./installed.ts";
import { makeRelease, type Release } from "./make-release.ts";
import { publishedPackages } from "./workspace/packages.ts";

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
    // Every published package.
    const consumer = await installed(
      release,
      publishedPackages().map(({ manifest }) => manifest.name),
    );
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
