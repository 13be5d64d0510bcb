import { mkdtempSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Release } from "./make-release.ts";
import { run } from "./workspace/run.ts";

/** A new folder with nothing but a manifest, into which npm installs packages from the release's registry. */
export async function installed(
  { root, registry, env }: Pick<Release, "root" | "registry" | "env">,
  names: readonly string[],
): Promise<string> {
  const project = realpathSync(mkdtempSync(join(tmpdir(), "consumer-")));
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  // Deleted with the release.
  const cache = join(root, "../npm-cache");
  const options = [`--registry=${registry}`, `--cache=${cache}`, "--no-audit", "--no-fund"];
  await run(["npm", "install", ...names, ...options], { cwd: project, env });
  return project;
}

/** The packages that npm has installed in a project, and the size of all their files in bytes. */
export function installation(project: string): { readonly packages: readonly string[]; readonly bytes: number } {
  const modules = join(project, "node_modules");
  // Written by npm: what it has installed, by path.
  const { packages } = JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8")) as {
    readonly packages: Readonly<Record<string, object>>;
  };
  const files = readdirSync(modules, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return { packages: Object.keys(packages), bytes };
}
