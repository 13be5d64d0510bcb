import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

// Publishes the tarballs that `pnpm run release:pack` has made: `publish-packed.ts FOLDER`. It needs Node and npm and
// nothing that is installed: what may publish runs no code of dependencies. What the registry has already is left out, so
// that it can be run again after a failure.
interface Packed {
  readonly kind: "publish" | "tag-only";
  readonly name: string;
  readonly version: string;
  readonly access: string;
  readonly tag: string;
  readonly tarball: { readonly path: string; readonly integrity: string };
}

const [folder = "release"] = process.argv.slice(2);
const { plan } = JSON.parse(readFileSync(join(folder, "publish-plan.json"), "utf8")) as {
  readonly plan: readonly (readonly Packed[])[];
};
// Only GitHub can prove where a package was built. Said as a flag, since manifests ask for it everywhere.
const provenance = `--provenance=${process.env.NPM_CONFIG_PROVENANCE === "true"}`;
const npm = (...args: readonly string[]) => spawnSync("npm", args, { encoding: "utf8" });

// Those that others depend on come first.
for (const { kind, name, version, access, tag, tarball } of plan.flat()) {
  if (kind !== "publish") continue;
  const file = join(folder, tarball.path);
  const integrity = `sha256-${createHash("sha256").update(readFileSync(file)).digest("base64")}`;
  if (integrity !== tarball.integrity)
    throw new Error(`${file} is not what was packed: expected ${tarball.integrity}, received ${integrity}`);
  if (npm("view", `${name}@${version}`, "version").stdout.trim() === version) continue;
  const { status, stdout, stderr } = npm("publish", `./${file}`, `--access=${access}`, `--tag=${tag}`, provenance);
  if (status !== 0) throw new Error(`npm publish ${file} exited with ${status}\n${stdout}${stderr}`);
  process.stdout.write(`${name}@${version}\n`);
}
