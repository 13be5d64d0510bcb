import type { FormField } from "@earmark/http";
import { decodePart, type Pair } from "./pairs.ts";

/**
 * What a target makes of a form that the document forbids, or does not mention: a form that the document speaks of, and
 * that the target treats in the same way. So each excuse of the allow-list can be checked, and hides nothing else.
 */
export type Reading = (pairs: readonly Pair[], fields: Readonly<Record<string, FormField>>) => readonly Pair[];

/** Fields that the document does not have are not seen. */
export const dropUnknown: Reading = (pairs, fields) =>
  pairs.filter(([name]) => Object.hasOwn(fields, decodePart(name) ?? ""));

/** An array without a value is none. */
export const dropEmptyArrays: Reading = (pairs, fields) =>
  pairs.filter(([name, value]) => value !== "" || fieldOf(name, fields)?.type !== "array");

/** Of pairs with the same name, the last one counts. First by the name as it is written, then by what it means. */
export const keepLast: Reading = (pairs) => {
  const written = [...new Map(pairs)];
  return [...new Map(written.map((pair) => [decodePart(pair[0]), pair])).values()];
};

/** Text is a number when JavaScript says so. */
export const anyNotation: Reading = (pairs, fields) =>
  pairs.map(([name, value]) => {
    const { type } = fieldOf(name, fields) ?? {};
    const text = decodePart(value);
    const number = Number(text);
    // To JavaScript, an empty text is 0; to Prism, it is none.
    const isNumber = text !== "" && !Number.isNaN(number) && (type === "integer" || type === "number");
    return isNumber && String(number) !== text ? [name, encodeURIComponent(String(number))] : [name, value];
  });

/** A value that does not decode stays the text that it is. */
export const keepMalformed: Reading = (pairs) =>
  pairs.map(([name, value]) =>
    decodePart(value) === undefined ? [name, encodeURIComponent(value.replaceAll("+", "%20"))] : [name, value],
  );

/** `True` is `true`. */
export const anyCase: Reading = (pairs, fields) =>
  pairs.map(([name, value]) => {
    const text = decodePart(value) ?? "";
    const isCapital = fieldOf(name, fields)?.type === "boolean" && /^(true|false)$/i.test(text) && /[A-Z]/.test(text);
    return isCapital ? [name, text.toLowerCase()] : [name, value];
  });

/** The items of an array may come one by one. */
export const joinItems: Reading = (pairs, fields) => {
  const arrays = Map.groupBy(
    pairs.filter(([name]) => fieldOf(name, fields)?.type === "array"),
    ([name]) => decodePart(name),
  );
  return pairs.flatMap((pair): readonly Pair[] => {
    const all = arrays.get(decodePart(pair[0])) ?? [pair];
    if (all.length === 1) return [pair];
    const values = all.map(([, value]) => value).filter((value) => value !== "");
    return pair === all[0] ? [[pair[0], values.join("%2C")]] : [];
  });
};

/** The commas between the items of an array need no encoding. */
export const encodeCommas: Reading = (pairs, fields) =>
  pairs.map(([name, value]) =>
    fieldOf(name, fields)?.type === "array" ? [name, value.replaceAll(",", "%2C")] : [name, value],
  );

function fieldOf(name: string, fields: Readonly<Record<string, FormField>>): FormField | undefined {
  const known = decodePart(name);
  return known !== undefined && Object.hasOwn(fields, known) ? fields[known] : undefined;
}
