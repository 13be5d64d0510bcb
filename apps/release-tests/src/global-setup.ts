import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { installEverything } from "./install-everything.ts";
import { makeRelease, type Release } from "./make-release.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly release: Release;
    /** A project into which npm has installed all that was released. */
    readonly consumer: string;
  }
}

/** One release for all files of tests: it takes longer than all that is then tried with it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { release, forget } = await makeRelease();
  try {
    const consumer = await installEverything(release);
    project.provide("release", release);
    project.provide("consumer", consumer);
    return async () => {
      await rm(consumer, { recursive: true, force: true });
      await forget();
    };
  } catch (error) {
    await forget();
    throw new Error(`what was released cannot be installed\n${release.published.out}${release.published.err}`, {
      cause: error,
    });
  }
}
