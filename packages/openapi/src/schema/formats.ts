/**
 * The formats that validators hold values to, and the type of value that each is about. Any other is an annotation.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3
 * @see https://spec.openapis.org/registry/format/
 */
const CHECKED = {
  byte: "string",
  date: "string",
  "date-time": "string",
  duration: "string",
  email: "string",
  hostname: "string",
  int32: "number",
  int64: "number",
  ipv4: "string",
  ipv6: "string",
  "json-pointer": "string",
  regex: "string",
  time: "string",
  uri: "string",
  "uri-reference": "string",
  uuid: "string",
} as const;

export type CheckedFormat = keyof typeof CHECKED;

export const CHECKED_FORMATS: Readonly<Record<CheckedFormat, "number" | "string">> = CHECKED;

/** Formats that say nothing that a value could break: how precise a number is, or how to show a string. */
const DESCRIPTIVE = new Set(["binary", "commonmark", "double", "float", "html", "password"]);

/** Whether values are held to a format; `other` for one that might say something, but not to validators. */
export function formatKind(format: string): "checked" | "descriptive" | "other" {
  if (Object.hasOwn(CHECKED_FORMATS, format)) return "checked";
  return DESCRIPTIVE.has(format) ? "descriptive" : "other";
}

/** The type of value that a checked format is about. */
export function formatType(format: string): "number" | "string" | undefined {
  const types: Readonly<Record<string, "number" | "string">> = CHECKED_FORMATS;
  return Object.hasOwn(types, format) ? types[format] : undefined;
}
