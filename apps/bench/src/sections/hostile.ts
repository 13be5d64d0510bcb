import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { interleave } from "../measure/interleave.ts";
import { type Cost, costOf } from "../measure/process-cost.ts";
import { ProcessError } from "../measure/run-process.ts";
import { type Row, ratioTable, type Table } from "../measure/table.ts";
import { CODEGEN } from "../peers/ours.ts";
import { hostileDocuments } from "../subject/hostile.ts";
import { OPENAPI_TYPESCRIPT } from "./generation.ts";
import type { Context, Section } from "./section.ts";

/** What the peer may take for one document before it counts as unable to read it. */
const LIMIT = 30_000;

/** Time and memory of whole processes for documents that are made to cost more than their length. */
export async function hostile({ folder, quick, random }: Context): Promise<Section> {
  const rounds = quick ? 1 : 5;
  const out = join(folder, "hostile");
  const [beside, alone]: Record<keyof Cost, Row[]>[] = [
    { milliseconds: [], megabytes: [] },
    { milliseconds: [], megabytes: [] },
  ];
  for (const { name, text } of hostileDocuments().filter(({ isQuick }) => isQuick || !quick)) {
    const document = join(folder, "hostile.yaml");
    await writeFile(document, text);
    const generators = {
      earmark: [CODEGEN, "generate", "--spec", document, "--out", out],
      "openapi-typescript": [OPENAPI_TYPESCRIPT, document, "--output", `${out}.d.ts`],
    };
    const reads = await canRun(generators["openapi-typescript"], folder);
    const costs = new Map<string, Cost[]>();
    const candidates = Object.entries(generators)
      .filter(([generator]) => reads || generator === "earmark")
      .map(([generator, args]) => {
        const found: Cost[] = [];
        costs.set(generator, found);
        return { name: generator, sample: async () => found.push(await costOf(args, folder)) };
      });
    await interleave(candidates, rounds, random);
    for (const unit of ["milliseconds", "megabytes"] as const) {
      const samples = new Map([...costs].map(([generator, found]) => [generator, found.map((cost) => cost[unit])]));
      const [ours, peer] = ratioTable("", "ms", "earmark", samples).rows;
      if (ours !== undefined)
        (peer === undefined ? alone : beside)?.[unit].push({ ...ours, peer: name, ratio: (peer ?? ours).ratio });
    }
  }
  return {
    name: "hostile",
    title: `Hostile documents: a whole process that generates, ${rounds} rounds`,
    tables: [
      ...tablesOf("ours; the ratio is openapi-typescript's", beside),
      ...tablesOf("ours, of what openapi-typescript does not read", alone),
    ],
    notes: [`openapi-typescript does not read what it fails at, or takes more than ${LIMIT / 1_000} s for.`],
  };
}

function tablesOf(title: string, rows: Record<keyof Cost, Row[]> | undefined): readonly Table[] {
  if (rows === undefined || rows.milliseconds.length === 0) return [];
  return [
    { title: `time, ${title}`, unit: "ms", rows: rows.milliseconds },
    { title: `most memory, ${title}`, unit: "MB", rows: rows.megabytes },
  ];
}

async function canRun(args: readonly string[], folder: string): Promise<boolean> {
  try {
    // As it is measured: a peer that comes close to the end of its stack may fail beside the probe alone.
    await costOf(args, folder, LIMIT);
    return true;
  } catch (error) {
    if (error instanceof ProcessError) return false;
    throw error;
  }
}
