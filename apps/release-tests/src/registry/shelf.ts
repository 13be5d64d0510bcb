import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Manifest, WORKSPACE } from "../workspace/packages.ts";
import { tarballOf } from "./tarball.ts";

/** A registry's description of a package. */
interface Packument {
  readonly name: string;
  readonly "dist-tags": Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, object>>;
}

/** The body of a request to publish: a packument of one version, and its tarball. */
export interface Publication extends Packument {
  readonly _attachments: Readonly<Record<string, { readonly data: string }>>;
}

/** The contents of the registry: published packages, and all that this workspace has installed. */
export interface Shelf {
  /** False when the version is there already. */
  publish(publication: Publication): boolean;
  packument(name: string): Packument | undefined;
  tarball(name: string, file: string): Promise<Buffer | undefined>;
}

/** @param url the URL of the registry, for links to tarballs. */
export function createShelf(url: string): Shelf {
  const packuments = new Map<string, Packument>();
  const tarballs = new Map<string, Buffer>();
  return {
    publish({ _attachments, name, ...added }) {
      const known = packuments.get(name);
      if (Object.keys(added.versions).some((version) => known?.versions[version] !== undefined)) return false;
      for (const [file, { data }] of Object.entries(_attachments)) {
        tarballs.set(`${name}/-/${file}`, Buffer.from(data, "base64"));
      }
      packuments.set(name, {
        name,
        versions: { ...known?.versions, ...added.versions },
        "dist-tags": { ...known?.["dist-tags"], ...added["dist-tags"] },
      });
      return true;
    },
    packument: (name) => packuments.get(name) ?? installedPackument(name, url),
    async tarball(name, file) {
      const installed = installedPackages(name).find(({ manifest }) => `${manifest.version}.tgz` === file);
      return tarballs.get(`${name}/-/${file}`) ?? (installed && tarballOf(installed.folder));
    },
  };
}

function installedPackument(name: string, url: string): Packument | undefined {
  const manifests = installedPackages(name).map(({ manifest }) => manifest);
  const [latest] = manifests;
  if (latest === undefined) return undefined;
  const described = manifests.map((manifest) => ({
    ...manifest,
    dist: { tarball: `${url}/${name}/-/${manifest.version}.tgz` },
  }));
  return {
    name,
    "dist-tags": { latest: latest.version },
    versions: Object.fromEntries(described.map((manifest) => [manifest.version, manifest])),
  };
}

const STORE = join(WORKSPACE, "node_modules/.pnpm");

/** A package from a registry, as this workspace has installed it. */
interface InstalledPackage {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Every installed version of a package. pnpm keeps one in `.pnpm/@scope+name@1.0.0/node_modules/@scope/name`, and
 * writes its peers after the version.
 */
function installedPackages(name: string): readonly InstalledPackage[] {
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
