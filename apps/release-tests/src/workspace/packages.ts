import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The workspace that is released. */
export const WORKSPACE: string = resolve(import.meta.dirname, "../../../..");

/** The fields of a manifest that are read here. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, object>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly [key: string]: unknown;
}

/** A package of the workspace, and its folder: `packages/http`. */
export interface Package {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** Every package of the workspace, sorted by folder. */
export function workspacePackages(root: string = WORKSPACE): readonly Package[] {
  return ["apps", "packages"].flatMap((parent) =>
    readdirSync(join(root, parent))
      .sort()
      .map((name) => {
        const folder = `${parent}/${name}`;
        return { folder, manifest: JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest };
      }),
  );
}

/** The packages that a release publishes. */
export function publishedPackages(root: string = WORKSPACE): readonly Package[] {
  return workspacePackages(root).filter(({ manifest }) => manifest.private !== true);
}
