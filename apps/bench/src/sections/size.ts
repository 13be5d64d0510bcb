import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { ratioTable } from "../measure/table.ts";
import type { Bundle } from "../peers/peer.ts";
import type { Context, Section } from "./section.ts";

/** What a browser downloads. */
export async function size({ bundles }: Context): Promise<Section> {
  const [ours] = bundles;
  const table = async (title: string, file: (bundle: Bundle) => string) => {
    const sizes = await Promise.all(
      bundles.map(async (bundle) => [bundle.peer.name, [await gzipped(file(bundle))]] as const),
    );
    return ratioTable(title, "bytes", ours.peer.name, new Map(sizes));
  };
  return {
    name: "size",
    title: "Size: minified by esbuild, gzip -9, with everything that it needs",
    tables: [
      await table("Annotation", ({ one }) => one),
      await table("Annotation and UpdateAnnotationRequest", ({ both }) => both),
    ],
    notes: [],
  };
}

async function gzipped(file: string): Promise<number> {
  return gzipSync(await readFile(file), { level: 9 }).length;
}
