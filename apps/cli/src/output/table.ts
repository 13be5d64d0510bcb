import { printable } from "./printable.ts";
import { measureFor, padded } from "./strings.ts";

/** Longer names do not push the values of others to the right. */
const WIDEST_NAME = 40;

/** One line per field, names aligned. `-` is `null`. */
export async function table(row: Readonly<Record<string, unknown>>): Promise<string> {
  const entries = Object.entries(row).map(([name, value]) => [printable(name), printable(cell(value))] as const);
  const measure = await measureFor(entries.map(([name]) => name));
  const width = entries.reduce((widest, [name]) => Math.max(widest, Math.min(measure(name), WIDEST_NAME)), 0);
  return entries.map(([name, value]) => `${padded(name, width, measure)}  ${value}\n`).join("");
}

/** A value as one reads it, not yet {@link printable}. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return "-";
  if (Array.isArray(value)) return value.map(cell).join(", ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
