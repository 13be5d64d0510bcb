import type { Types } from "./field.ts";

/** What a text means where a schema allows these types; the text itself when it means nothing else. */
export function scalarOf(text: string, types: Types): unknown {
  const allowed = types ?? ["string"];
  if (text === "" && allowed.includes("null") && !allowed.includes("string")) return null;
  if ((text === "true" || text === "false") && allowed.includes("boolean")) return text === "true";
  // As JSON writes it (RFC 8259 section 6), and a whole number without a fraction: `2.0` and `0x2` are texts.
  if (allowed.includes("integer") && /^-?(0|[1-9]\d*)$/.test(text)) return Number(text);
  if (allowed.includes("number") && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  return text;
}
