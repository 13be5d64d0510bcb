import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DisagreementError } from "./agreement/agreement.ts";
import { ProcessError } from "./measure/run-process.ts";
import { type Options, readOptions, type SectionName, UsageError } from "./options.ts";
import { bundle } from "./peers/peer.ts";
import { PEERS } from "./peers/peers.ts";
import { report } from "./report.ts";
import { client } from "./sections/client.ts";
import { generation } from "./sections/generation.ts";
import { hostile } from "./sections/hostile.ts";
import { importTime } from "./sections/import-time.ts";
import { large } from "./sections/large.ts";
import { losses } from "./sections/losses.ts";
import type { Context, Section } from "./sections/section.ts";
import { size } from "./sections/size.ts";
import { validators } from "./sections/validators.ts";

const SECTIONS: Readonly<Record<SectionName, (context: Context) => Promise<Section>>> = {
  validators,
  size,
  import: importTime,
  client,
  generation,
  large,
  hostile,
  losses,
};

const folder = mkdtempSync(join(tmpdir(), "earmark-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

try {
  const options = readOptions(process.argv.slice(2), process.cwd());
  process.stdout.write(report(await runSections(options), options));
} catch (error) {
  const expected = error instanceof UsageError || error instanceof DisagreementError || error instanceof ProcessError;
  process.stderr.write(`${expected ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}

/** One section after the other: nothing of ours runs beside what is measured. */
async function runSections({ sections: names, quick, spec }: Options): Promise<Section[]> {
  const [ours, ...others] = PEERS;
  const bundles = [
    await bundle(ours, folder),
    ...(await Promise.all(others.map((peer) => bundle(peer, folder)))),
  ] as const;
  const context: Context = { bundles: [...bundles], folder, quick, spec, random: Math.random };
  const sections: Section[] = [];
  for (const name of names) {
    process.stderr.write(`measuring ${name} …\n`);
    sections.push(await SECTIONS[name](context));
  }
  return sections;
}
