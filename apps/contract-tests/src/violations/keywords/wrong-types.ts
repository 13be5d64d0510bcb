import type { Keyword } from "./keyword.ts";

/** One value of each JSON type, and what a type is called. An integer is a number too. */
const SAMPLES: readonly (readonly [value: unknown, types: readonly string[]])[] = [
  ["text", ["string"]],
  [7, ["integer", "number"]],
  [1.5, ["number"]],
  [true, ["boolean"]],
  [null, ["null"]],
  [[], ["array"]],
  [{}, ["object"]],
];

/** A value of every type that is not allowed. */
export const wrongTypes: Keyword = ({ schema }) => {
  const allowed = [schema.type ?? []].flat();
  const listed = schema.enum !== undefined;
  return SAMPLES.filter(([, types]) => !types.some((type) => allowed.includes(type))).map(([value]) => ({
    rule: "type",
    path: [],
    codes: listed ? ["type", "enum"] : ["type"],
    value,
    survivesText: survivesText(value, allowed, listed),
  }));
};

/** Text is all that a form or a path has: any scalar is a string there, one item is an array, and `null` is nothing. */
function survivesText(value: unknown, allowed: readonly string[], listed: boolean): boolean {
  if (allowed.includes("array") || allowed.includes("object")) return false;
  if (value !== null && typeof value === "object") return false;
  return !allowed.includes("string") || (value === null && listed);
}
