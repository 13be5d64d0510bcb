import type { Json, JsonObject } from "../json/json.ts";
import { ABOVE_ZERO, ANY_JSON, KEYWORDS, NUMBER } from "./keywords.ts";
import type { Repair } from "./repair.ts";

const NUMERAL = /^-?\d+(\.\d+)?$/;

/**
 * Slips that YAML invites, put right: `type: null` and `[string, null]` without quotation marks, numbers with them, and
 * keywords that nothing stands behind.
 */
export function withoutSlips(schema: JsonObject, pointer: string, repair: (repair: Repair) => void): JsonObject {
  let corrected: Record<string, Json> | undefined;
  const correct = (keyword: string, value: Json | undefined, kind: string): void => {
    repair({ kind, pointer });
    corrected ??= { ...schema };
    if (value === undefined) delete corrected[keyword];
    else corrected[keyword] = value;
  };
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword];
    if (keyword === "type" && (value === null || (Array.isArray(value) && value.includes(null)))) {
      const types = [value].flat().map((type) => type ?? "null");
      correct(keyword, value === null ? "null" : types, "type null without quotation marks");
    } else if (value === null && KEYWORDS.get(keyword)?.value !== ANY_JSON && !keyword.startsWith("x-")) {
      correct(keyword, undefined, `${keyword} without a value ignored`);
    } else if (typeof value === "string" && isNumber(keyword) && NUMERAL.test(value)) {
      correct(keyword, Number(value), `${keyword} in quotation marks`);
    }
  }
  return corrected ?? schema;
}

function isNumber(keyword: string): boolean {
  const form = KEYWORDS.get(keyword)?.value;
  return form === NUMBER || form === ABOVE_ZERO;
}
