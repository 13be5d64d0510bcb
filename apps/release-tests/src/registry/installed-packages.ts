import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Manifest } from "../workspace/packages.ts";
import { WORKSPACE } from "../workspace/workspace-root.ts";

const STORE = join(WORKSPACE, "node_modules/.pnpm");

/** A package from a registry, as this workspace has installed it. */
export interface InstalledPackage {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Every installed version of a package. pnpm keeps one in `.pnpm/@scope+name@1.0.0/node_modules/@scope/name`, and
 * writes its peers after the version.
 */
export function installedPackages(name: string): readonly InstalledPackage[] {
  const prefix = `${name.replace("/", "+")}@`;
  return readdirSync(STORE)
    .filter((entry) => entry.startsWith(prefix))
    .map((entry) => join(STORE, entry, "node_modules", name))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .map((folder) => ({
      folder,
      manifest: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest,
    }));
}
