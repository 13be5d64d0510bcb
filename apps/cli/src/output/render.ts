import type { Context } from "../context/context.ts";
import { csv } from "./csv.ts";
import { json, type OutputFormat } from "./format.ts";
import { printableLines } from "./strings.ts";
import { createRowTable, table } from "./table.ts";

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

/** Names of fields, `a.b` for what is within something else. */
export interface ListColumns {
  readonly table: readonly string[];
  readonly csv: readonly string[];
}

/** As many rows as a page has: enough to know how wide columns are, and nobody waits for more. */
const ROWS = 50;

/**
 * Writes records to stdout as they come, so that a list may be longer than memory. Returns how many there were.
 *
 * A reader who leaves early makes the write fail, and with it the reading of records.
 */
export async function renderList(
  records: AsyncIterable<object>,
  format: OutputFormat,
  { stdout }: Pick<Context, "stdout">,
  columns: ListColumns,
): Promise<number> {
  const write = writers[format](columns, stdout.isTTY);
  let count = 0;
  let pending: object[] = [];
  const flush = async () => {
    const text = await write(pending, count === pending.length);
    pending = [];
    if (text !== "") await stdout.write(text);
  };
  try {
    for await (const record of records) {
      pending.push(record);
      count += 1;
      if (pending.length === ROWS) await flush();
    }
  } finally {
    // What came before a failure was received, and is shown.
    if (pending.length > 0) await flush();
  }
  // A table of nothing is nothing, a csv of nothing has a header.
  if (count === 0) await flush();
  if (format === "json") await stdout.write(endOfJson(count));
  return count;
}

/** Makes the text of some records; `isFirst` for the first ones, which may be none. */
type Write = (records: readonly object[], isFirst: boolean) => string | Promise<string>;

const writers: Readonly<Record<OutputFormat, (columns: ListColumns, isTTY: boolean) => Write>> = {
  table({ table }) {
    const rows = createRowTable(table);
    return (records) => rows(records.map((record) => flatten(record)));
  },
  json: () => (records, isFirst) =>
    records
      .map((record, index) => `${isFirst && index === 0 ? "[" : ","}\n${indented(json({ ...record }, 2))}`)
      .join(""),
  ndjson: () => (records) => records.map((record) => json({ ...record })).join(""),
  csv: (columns, isTTY) => (records, isFirst) => {
    const text = csv(
      columns.csv,
      records.map((record) => flatten(record)),
      isFirst,
    );
    // Files get every character as it is; on a terminal some of them would do something.
    return isTTY ? printableLines(text) : text;
  },
};

/** Lines of JSON are never part of a text in it. */
function indented(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, "  ");
}

function endOfJson(count: number): string {
  return count === 0 ? "[]\n" : "\n]\n";
}

/** A record without records in it: `{ a: { b: 1 } }` is `{ "a.b": 1 }`. */
function flatten(record: object, prefix = ""): Readonly<Record<string, unknown>> {
  const entries = Object.entries(record).flatMap(([name, value]): [string, unknown][] =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(flatten(value, `${prefix}${name}.`))
      : [[prefix + name, value]],
  );
  return Object.fromEntries(entries);
}
