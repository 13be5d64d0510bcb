import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findLosses, type Node } from "@earmark/testing/losses";
import { type Entry, GENERATORS, inFolder, inventory } from "../losses/generators.ts";
import type { Table } from "../measure/table.ts";
import type { Context, Section } from "./section.ts";

const EXAMPLES = dirname(fileURLToPath(import.meta.resolve("@readme/oas-examples/package.json")));

/** Documents that were not written for us. */
const DOCUMENTS = [
  "3.1/json/petstore.json",
  "3.1/json/train-travel.json",
  "3.0/json/polymorphism.json",
  "3.0/json/parameters-style.json",
  "3.0/json/schema-types.json",
  "3.1/json/security.json",
];

/** How many fields of a document are tried, evenly spread, and always the same. */
const MOST_NODES = 40;

/** Fields of documents that generated code should have, of 1,000, which can be changed and deleted without any difference. */
export async function losses({ folder, quick }: Context): Promise<Section> {
  const tables: Table[] = [];
  for (const name of quick ? DOCUMENTS.slice(0, 1) : DOCUMENTS) {
    const text = await readFile(join(EXAMPLES, name), "utf8");
    const entries = await inFolder(folder, (own) => inventory(text, own));
    const figures = new Map<string, number>();
    for (const { name: peer, makes, generate } of GENERATORS) {
      // Of a document that a peer refuses, nothing can be lost.
      if ((await inFolder(folder, (own) => generate(text, own))) === undefined) continue;
      const nodes = sample(nodesFor(entries, makes), quick ? 4 : MOST_NODES);
      const lost = await inFolder(folder, (own) =>
        findLosses(JSON.parse(text), nodes, (changed) => generate(changed, own)),
      );
      figures.set(peer, (1_000 * lost.length) / Math.max(nodes.length, 1));
    }
    tables.push(tableOf(basename(name), figures));
  }
  return {
    name: "losses",
    title: "Losses: fields that can be changed and deleted without any difference, of 1,000",
    tables,
    notes: [
      "Tried are the fields that our inventory says are generated, and of openapi-typescript those that types can have. What is said instead counts as a difference, comments and manifests do not. A ratio is to one loss of ours where we have none.",
    ],
  };
}

function nodesFor(entries: readonly Entry[], makes: readonly string[]): readonly Node[] {
  const generated = entries.filter(
    ({ verdict, into }) => verdict === "generated" && into.some((output) => makes.includes(output)),
  );
  return generated.map(({ pointer, name, isMember, object }) => {
    const path = pointer
      .slice("#/".length)
      .split("/")
      .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
    return { path, name, isMember, kind: `${name} of ${object}` };
  });
}

function sample(nodes: readonly Node[], most: number): readonly Node[] {
  const step = Math.max(1, nodes.length / most);
  return Array.from({ length: Math.min(most, nodes.length) }, (_, index) => nodes[Math.floor(index * step)]).filter(
    (node) => node !== undefined,
  );
}

function tableOf(title: string, figures: ReadonlyMap<string, number>): Table {
  const [ours = 0] = figures.values();
  const rows = [...figures].map(([peer, figure]) => {
    const ratio = figure / (ours === 0 ? 1_000 / MOST_NODES : ours);
    return { peer, figure, ratio: { median: ratio, low: ratio, high: ratio } };
  });
  return { title, unit: "of 1,000", rows };
}
