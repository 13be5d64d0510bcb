import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { validAnnotation } from "../agreement/values.ts";
import { interleave } from "../measure/interleave.ts";
import { runProcess } from "../measure/run-process.ts";
import { ratioTable } from "../measure/table.ts";
import type { Context, Section } from "./section.ts";

/** Milliseconds until a validator in a fresh process has validated its first value. */
export async function importTime({ bundles, folder, quick, random }: Context): Promise<Section> {
  const [ours] = bundles;
  const probe = join(folder, "probe.mjs");
  const empty = join(folder, "empty.mjs");
  await Promise.all([writeFile(probe, PROBE), writeFile(empty, "export {};\n")]);
  const rounds = quick ? 2 : 21;
  const candidates = bundles.map(({ peer, one }) => ({
    name: peer.name,
    sample: async () => {
      const urls = [empty, one].map((file) => pathToFileURL(file).href);
      const { stdout } = await runProcess([probe, ...urls, JSON.stringify(validAnnotation)], folder);
      return Number(stdout);
    },
  }));
  await interleave(candidates, 1, random);
  const samples = await interleave(candidates, rounds, random);
  return {
    name: "import",
    title: `Import: bundle of Annotation, until its first value is validated, in a fresh process; ${rounds} rounds`,
    tables: [ratioTable("Annotation, without the time that an empty module takes", "ms", ours.peer.name, samples)],
    notes: ["each process times an empty module too, after another that made Node ready to import at all"],
  };
}

const PROBE = `
const [, , empty, module, text] = process.argv;
const value = JSON.parse(text);
await import(empty + "?first");
const start = performance.now();
await import(empty + "?second");
const ready = performance.now();
const { Annotation } = await import(module);
if (!Annotation.is(value)) throw new Error("a valid value was refused");
const end = performance.now();
process.stdout.write(String(end - ready - (ready - start)));
`;
