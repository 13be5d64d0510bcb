import { printable } from "./printable.ts";

/** One line per field, names aligned. `-` is `null`. */
export function table(row: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(row).map(([name, value]) => [printable(name), cell(value)] as const);
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join("");
}

/** A value as one reads it, on one line. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return "-";
  if (Array.isArray(value)) return value.map(cell).join(", ");
  return printable(typeof value === "object" ? JSON.stringify(value) : String(value));
}
