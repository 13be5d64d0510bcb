import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { interleave } from "../measure/interleave.ts";
import { type Cost, costOf } from "../measure/process-cost.ts";
import { runProcess } from "../measure/run-process.ts";
import { ratioTable, type Table } from "../measure/table.ts";
import { CODEGEN } from "../peers/ours.ts";
import { LARGE } from "../subject/large-documents.ts";
import { asSwagger } from "../subject/swagger.ts";
import { OPENAPI_TYPESCRIPT } from "./generation.ts";
import type { Context, Section } from "./section.ts";

/**
 * Bytes that are written for a large document, the time of a second run over the same files, and what the same document
 * costs as Swagger 2.0.
 */
export async function large({ folder, quick, random }: Context): Promise<Section> {
  const rounds = quick ? 1 : 7;
  const tables: Table[] = [];
  const shapes = Object.entries(LARGE);
  for (const [index, [title, shape]] of (quick ? shapes.slice(0, 1) : shapes).entries()) {
    const spec = join(folder, `large${index}.json`);
    const [ours, theirs] = [join(folder, `large${index}-ours`), join(folder, `large${index}-theirs`)];
    await writeFile(spec, JSON.stringify(shape(quick ? 0.01 : 1)));
    await mkdir(theirs);
    const candidate = (name: string, args: readonly string[]) => ({
      name,
      sample: async () => (await runProcess(args, folder)).milliseconds,
    });
    const candidates = [
      candidate("earmark", [CODEGEN, "generate", "--spec", spec, "--out", ours]),
      candidate("openapi-typescript", [OPENAPI_TYPESCRIPT, spec, "--output", join(theirs, "types.d.ts")]),
    ];
    for (const { sample } of candidates) await sample();
    const bytes = new Map([
      ["earmark", [await bytesIn(ours)]],
      ["openapi-typescript", [await bytesIn(theirs)]],
    ]);
    tables.push(
      ratioTable(`${title}: bytes`, "bytes", "earmark", bytes),
      ratioTable(`${title}: second run`, "ms", "earmark", await interleave(candidates, rounds, random)),
      ...(await besideSwagger(title, shape(quick ? 0.01 : 1), folder, rounds, random)),
    );
  }
  return {
    name: "large",
    title: `Large documents: what is written, and how long that takes, ${rounds} rounds`,
    tables,
    notes: [
      "Ours are types in two views, validators, and the operation table; the runtime that is copied beside them does not grow and is left out.",
    ],
  };
}

/** Time and memory of a whole process, for a document as it is and as Swagger 2.0. */
async function besideSwagger(
  title: string,
  document: object,
  folder: string,
  rounds: number,
  random: Context["random"],
): Promise<readonly Table[]> {
  const editions = { "OpenAPI 3.1": document, "Swagger 2.0": asSwagger(document) };
  const costs = new Map<string, Cost[]>();
  const candidates = Object.entries(editions).map(([name, edition], index) => {
    const spec = join(folder, `edition${index}.json`);
    const found: Cost[] = [];
    costs.set(name, found);
    const sample = async (): Promise<number> => {
      await writeFile(spec, JSON.stringify(edition));
      return found.push(
        await costOf([CODEGEN, "generate", "--spec", spec, "--out", join(folder, `edition${index}`)], folder),
      );
    };
    return { name, sample };
  });
  // The first run writes all files, the others none.
  for (const { sample } of candidates) await sample();
  for (const found of costs.values()) found.length = 0;
  await interleave(candidates, rounds, random);
  const table = (unit: "megabytes" | "milliseconds"): Table => {
    const samples = new Map([...costs].map(([name, found]) => [name, found.map((cost) => cost[unit])]));
    const [shown, words] = unit === "megabytes" ? (["MB", "most memory"] as const) : (["ms", "time"] as const);
    return ratioTable(`${title}, as Swagger 2.0: ${words}`, shown, "OpenAPI 3.1", samples);
  };
  return [table("milliseconds"), table("megabytes")];
}

/** The bytes of the files in a folder, without those in folders below it. */
async function bytesIn(folder: string): Promise<number> {
  const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async ({ name }) => (await stat(join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
