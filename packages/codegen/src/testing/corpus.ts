// Generates from every OpenAPI 3.0 and 3.1 document that it is given, loads what comes of it in plain Node, and
// type-checks it under the strictest settings. For documents of other people, which are not part of this repository.
//
// node corpus.ts FILE|FOLDER…
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { compile } from "./compile.ts";

const BIN = join(import.meta.dirname, "../../dist/bin.js");
const MODULES = ["validators", "validators.strict", "operations", "checks"];

type Outcome = "works" | { readonly refused: string } | { readonly broken: string };

function tryDocument(file: string): Outcome {
  const folder = mkdtempSync(join(tmpdir(), "corpus-"));
  try {
    const generated = run([BIN, "generate", "--spec", file, "--out", folder]);
    if (generated.code === 2) return { refused: firstLine(generated.said) };
    if (generated.code !== 0) return { broken: `generate: ${generated.said}` };
    const imports = MODULES.map((name) => `await import(${JSON.stringify(join(folder, `${name}.gen.js`))});`);
    const loaded = run(["--disallow-code-generation-from-strings", "--input-type=module", "-e", imports.join("")]);
    if (loaded.code !== 0) return { broken: `load: ${loaded.said}` };
    const errors = compile(folder);
    return errors === "" ? "works" : { broken: `types: ${errors}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function run(args: readonly string[]): { readonly code: number | null; readonly said: string } {
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  return { code: status, said: stderr };
}

/** The first error; what else there is to say stands between them. */
function firstLine(said: string): string {
  const lines = said.split("\n").filter((line) => !/ (info|warning): /.test(line) && line !== "");
  return lines[0] ?? "no reason given";
}

/** Files that say at their start, as far as one can see without reading them, that they are OpenAPI. */
function documentsIn(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ya?ml|json)$/.test(name) && !name.includes("node_modules"))
    .map((name) => join(path, name))
    .filter(
      (file) => statSync(file).isFile() && /^["' {]*openapi["']?\s*:\s*["']?3\.[01]/m.test(readFileSync(file, "utf8")),
    )
    .toSorted();
}

const documents = process.argv.slice(2).flatMap((path) => documentsIn(resolve(process.env.INIT_CWD ?? ".", path)));
const counts = { works: 0, refused: 0, broken: 0 };
for (const file of documents) {
  const outcome = tryDocument(file);
  if (outcome === "works") counts.works++;
  else if ("refused" in outcome) {
    counts.refused++;
    process.stdout.write(`refused  ${outcome.refused}\n`);
  } else {
    counts.broken++;
    process.stdout.write(`BROKEN   ${file}: ${outcome.broken.slice(0, 1_000)}\n`);
  }
}
process.stdout.write(
  `${documents.length} documents: ${counts.works} work, ${counts.refused} refused, ${counts.broken} broken\n`,
);
process.exitCode = counts.broken > 0 || documents.length === 0 ? 1 : 0;
