import type { Context } from "../context/context.ts";
import { csv } from "./csv.ts";
import type { OutputFormat } from "./format.ts";
import { json } from "./json.ts";
import { printableLines } from "./printable.ts";
import { table } from "./table.ts";

/** Writes one record to stdout. `columns`: those that a csv has even where the record has none of them. */
export async function render(
  record: object,
  format: OutputFormat,
  { stdout }: Pick<Context, "stdout">,
  columns: () => Promise<readonly string[]>,
): Promise<void> {
  // Of a record only its own enumerable properties count, which is how JSON has them.
  const row: Readonly<Record<string, unknown>> = { ...record };
  switch (format) {
    case "table":
      return stdout.write(await table(row));
    case "json":
      return stdout.write(json(row, 2));
    case "ndjson":
      return stdout.write(json(row));
    case "csv": {
      const text = csv([...new Set([...(await columns()), ...Object.keys(row)])], [row]);
      // Files get every character as it is; on a terminal some of them would do something.
      return stdout.write(stdout.isTTY ? printableLines(text) : text);
    }
  }
}
