import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DisagreementError } from "./agreement/require-agreement.ts";
import { ProcessError } from "./measure/run-process.ts";
import { readOptions, UsageError } from "./options.ts";
import { report } from "./report.ts";
import { runSections } from "./run-sections.ts";

const folder = mkdtempSync(join(tmpdir(), "earmark-bench-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

try {
  const options = readOptions(process.argv.slice(2), process.cwd());
  const talk = (line: string) => void process.stderr.write(`${line}\n`);
  const sections = await runSections(options, { folder, random: Math.random, talk });
  process.stdout.write(report(sections, options));
} catch (error) {
  const expected = error instanceof UsageError || error instanceof DisagreementError || error instanceof ProcessError;
  process.stderr.write(`${expected ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
