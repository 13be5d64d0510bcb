import { mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Release } from "./make-release.ts";
import { publishedPackages } from "./workspace/packages.ts";
import { run } from "./workspace/run.ts";

/** A new folder with nothing but a manifest, into which npm installs every published package. */
export async function installEverything({ registry, env }: Release): Promise<string> {
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
