import type { Context } from "../context/context.ts";
import { csv } from "./csv.ts";
import { json, type OutputFormat } from "./format.ts";
import { printableLines } from "./strings.ts";
import { createRowTable, table } from "./table.ts";

/** Writes one record to stdout. `columns`: columns of csv, whether the record has them or not. */
export async function render(
  record: object,
  format: OutputFormat,
  { stdout }: Pick<Context, "stdout">,
  columns: () => Promise<readonly string[]>,
): Promise<void> {
  // Own enumerable properties only, as in JSON.
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
      // A file gets every character unchanged; some could control a terminal.
      return stdout.write(stdout.isTTY ? printableLines(text) : text);
    }
  }
}

/** Names of fields, `a.b` for nested ones. */
export interface ListColumns {
  readonly table: readonly string[];
  readonly csv: readonly string[];
}

/** The rows of a page: enough to find the width of columns without a second request. */
const ROWS = 50;

/**
 * Writes records to stdout as they arrive, so that a list may be larger than memory. Returns their number.
 *
 * When stdout is closed early, the write fails and no further record is read.
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
    // After a failure, shows the records that were received before it.
    if (pending.length > 0) await flush();
  }
  // Without records, csv still has a header.
  if (count === 0) await flush();
  if (format === "json") await stdout.write(endOfJson(count));
  return count;
}

/** Formats some records; `isFirst` for the first ones, which may be none. */
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
    // A file gets every character unchanged; some could control a terminal.
    return isTTY ? printableLines(text) : text;
  },
};

/** Strings of JSON contain no line ends, so that each line can be indented. */
function indented(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, "  ");
}

function endOfJson(count: number): string {
  return count === 0 ? "[]\n" : "\n]\n";
}

/** Flattens nested records: `{ a: { b: 1 } }` becomes `{ "a.b": 1 }`. */
function flatten(record: object, prefix = ""): Readonly<Record<string, unknown>> {
  const entries = Object.entries(record).flatMap(([name, value]): [string, unknown][] =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.entries(flatten(value, `${prefix}${name}.`))
      : [[prefix + name, value]],
  );
  return Object.fromEntries(entries);
}
