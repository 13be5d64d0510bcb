import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RecordedExchange } from "../exchange.ts";

/** Everything that the workers have left in a folder. */
export async function readExchanges(folder: string): Promise<readonly RecordedExchange[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".ndjson"));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
  const lines = texts.flatMap((text) => text.split("\n")).filter((line) => line !== "");
  // Written by recordExchanges, which is where the type comes from.
  return lines.map((line) => JSON.parse(line) as RecordedExchange);
}
