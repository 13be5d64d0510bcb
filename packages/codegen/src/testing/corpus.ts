// Generates from every OpenAPI 3.0 and 3.1 document that it is given, loads what comes of it in plain Node,
// type-checks it under the strictest settings, and calls every operation. Counts the operations, and lists why others are
// lost. For documents of other people, which are not part of this repository.
//
// node corpus.ts FILE|FOLDER…
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buildModel, readDocument } from "@earmark/openapi";
import { compile } from "./compile.ts";

const BIN = join(import.meta.dirname, "../../dist/bin.js");
const CALLS = join(import.meta.dirname, "call-operations.ts");
const MODULES = ["validators", "validators.strict", "operations", "checks", "functions", "client"];

/** What becomes of a document, and of its operations. */
interface Outcome {
  readonly result: "broken" | "refused" | "works";
  readonly reason: string;
  readonly operations: number;
  /** Reasons why operations cannot be called, one for each of these. */
  readonly lost: readonly string[];
}

async function tryDocument(file: string): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "corpus-"));
  try {
    const { operations, skipped } = await operationsOf(file);
    const failed = (result: Outcome["result"], reason: string): Outcome => {
      return { result, reason, operations, lost: Array.from({ length: operations }, () => reason) };
    };
    const generated = run([BIN, "generate", "--spec", file, "--out", folder]);
    if (generated.code === 2) return failed("refused", firstLine(generated.said));
    if (generated.code !== 0) return failed("broken", `generate: ${generated.said}`);
    const imports = MODULES.map((name) => `await import(${JSON.stringify(join(folder, `${name}.gen.js`))});`);
    const loaded = run(["--disallow-code-generation-from-strings", "--input-type=module", "-e", imports.join("")]);
    if (loaded.code !== 0) return failed("broken", `load: ${loaded.said}`);
    const errors = compile(folder);
    if (errors !== "") return failed("broken", `types: ${errors}`);
    const called = run([CALLS, file, folder]);
    if (called.code !== 0) return failed("broken", `call: ${called.said}`);
    const unsent = Object.values<string>(JSON.parse(called.out));
    return { result: "works", reason: "", operations, lost: [...skipped, ...unsent] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How many operations a document has, and why some are left out, for each of them. */
async function operationsOf(
  file: string,
): Promise<{ readonly operations: number; readonly skipped: readonly string[] }> {
  const { document } = await readDocument(file);
  if (document === undefined) return { operations: 0, skipped: [] };
  const { operations, skipped } = buildModel(document).model;
  return {
    operations: operations.length + skipped.length,
    skipped: skipped.map(({ reasons }) => reasons[0]?.message ?? "no reason given"),
  };
}

function run(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 28 });
  return { code: status, out: stdout, said: stderr };
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
let operations = 0;
const lost = new Map<string, number>();
for (const file of documents) {
  const outcome = await tryDocument(file);
  counts[outcome.result]++;
  operations += outcome.operations;
  for (const reason of outcome.lost) lost.set(alike(reason), (lost.get(alike(reason)) ?? 0) + 1);
  if (outcome.result === "refused") process.stdout.write(`refused  ${outcome.reason}\n`);
  if (outcome.result === "broken") process.stdout.write(`BROKEN   ${file}: ${outcome.reason.slice(0, 1_000)}\n`);
}
for (const [reason, count] of [...lost].toSorted(([, a], [, b]) => b - a))
  process.stdout.write(`lost     ${count}  ${reason}\n`);
const called = operations - [...lost.values()].reduce((sum, count) => sum + count, 0);
process.stdout.write(
  `${documents.length} documents: ${counts.works} work, ${counts.refused} refused, ${counts.broken} broken\n` +
    `${operations} operations: ${called} can be called, ${((100 * called) / Math.max(operations, 1)).toFixed(2)} %\n`,
);
process.exitCode = counts.broken > 0 || documents.length === 0 ? 1 : 0;

/** A reason without what is different in every document, so that it can be counted. */
function alike(reason: string): string {
  const [line = ""] = reason.replace(/^\S+:\d+:\d+ /, "").split("\n");
  return line.replace(/\S*[#/]\S*/g, "…").slice(0, 120);
}
