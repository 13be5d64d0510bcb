import type { FormField } from "@earmark/http";
import { decodePart, type Pair, type PairPart } from "./pairs.ts";

type Fields = PairPart["fields"];

/**
 * What a target makes of text that the document forbids, or does not mention: text that the document speaks of, and
 * that the target treats in the same way. So each excuse of the allow-list can be checked, and hides nothing else.
 */
export type Reading = (pairs: readonly Pair[], part: PairPart) => readonly Pair[];

/** Fields that the document does not have are not seen. */
export const dropUnknown: Reading = (pairs, { fields }) =>
  pairs.filter(([name]) => Object.hasOwn(fields, decodePart(name) ?? ""));

/** What has no value is not there, unless it is there twice. Where any text will do, that makes no difference. */
export const dropEmpty: Reading = (pairs, { fields, free }) => {
  const names = Map.groupBy(pairs, ([name]) => decodePart(name));
  return pairs.filter(([name, value]) => {
    const known = decodePart(name) ?? "";
    const isOnly = names.get(known)?.length === 1;
    return value !== "" || !isOnly || !Object.hasOwn(fields, known) || free.has(known);
  });
};

/** An array without a value is none. */
export const dropEmptyArrays: Reading = (pairs, { fields }) =>
  pairs.filter(([name, value]) => value !== "" || fieldOf(name, fields)?.type !== "array");

/** Of pairs with the same name, the last one counts. First by the name as it is written, then by what it means. */
export const keepLast: Reading = (pairs) => {
  const written = [...new Map(pairs)];
  return [...new Map(written.map((pair) => [decodePart(pair[0]), pair])).values()];
};

/** Of the values of an array, the last one counts, even if it is nothing, which is then an empty item. */
export const keepLastItem: Reading = (pairs, { fields }) =>
  eachArray(pairs, fields, (all) => all.slice(-1).map(([name, value]) => [name, value || "%2C"]));

/** Text is a number when JavaScript says so. */
export const anyNotation: Reading = (pairs, { fields }) =>
  pairs.map(([name, value]) => {
    const { type, items } = fieldOf(name, fields) ?? {};
    const text = decodePart(value) ?? "";
    if (isNumeric(type)) return [name, inAnyNotation(text) ?? value];
    const parts = type === "array" && isNumeric(items) ? text.split(",") : [];
    const read = parts.map((part) => inAnyNotation(part) ?? part);
    return [name, read.join() === parts.join() ? value : encodeURIComponent(read.join())];
  });

/** A value that does not decode stays the text that it is. */
export const keepMalformed: Reading = (pairs) =>
  pairs.map(([name, value]) =>
    decodePart(value) === undefined ? [name, encodeURIComponent(value.replaceAll("+", "%20"))] : [name, value],
  );

/** What does not decode is mended, as URLs in browsers are. */
export const mendMalformed: Reading = (pairs) => {
  const mended = (part: string): string => {
    if (decodePart(part) !== undefined) return part;
    return encodeURIComponent(new URLSearchParams(`part=${part}`).get("part") ?? "");
  };
  return pairs.map(([name, value]) => [mended(name), mended(value)]);
};

/** `True` is `true`. */
export const anyCase: Reading = (pairs, { fields }) =>
  pairs.map(([name, value]) => {
    const text = decodePart(value) ?? "";
    const isCapital = fieldOf(name, fields)?.type === "boolean" && /^(true|false)$/i.test(text) && /[A-Z]/.test(text);
    return isCapital ? [name, text.toLowerCase()] : [name, value];
  });

/** The items of an array may come one by one, or some of them at a time. */
export const joinItems: Reading = (pairs, { fields }) =>
  eachArray(pairs, fields, ([first, ...others]) => {
    const values = [first, ...others].map(([, value]) => value).filter((value) => value !== "");
    return [[first[0], values.join("%2C")]];
  });

/** The commas between the items of an array need no encoding. */
export const encodeCommas: Reading = (pairs, { fields }) =>
  pairs.map(([name, value]) =>
    fieldOf(name, fields)?.type === "array" ? [name, value.replaceAll(",", "%2C")] : [name, value],
  );

/** Rewrites every array that has more than one pair, in the place of its first one. */
function eachArray(
  pairs: readonly Pair[],
  fields: Fields,
  change: (all: readonly [Pair, ...Pair[]]) => readonly Pair[],
): readonly Pair[] {
  const arrays = Map.groupBy(
    pairs.filter(([name]) => fieldOf(name, fields)?.type === "array"),
    ([name]) => decodePart(name),
  );
  return pairs.flatMap((pair): readonly Pair[] => {
    const [first, ...others] = arrays.get(decodePart(pair[0])) ?? [];
    if (first === undefined || others.length === 0) return [pair];
    return pair === first ? change([first, ...others]) : [];
  });
}

/** The number as it is written plainly; `undefined` when the text is no number, or written so already. */
function inAnyNotation(text: string): string | undefined {
  // To JavaScript, an empty text is 0; to Prism, it is none.
  const number = text === "" ? Number.NaN : Number(text);
  return Number.isNaN(number) || String(number) === text ? undefined : encodeURIComponent(String(number));
}

function isNumeric(type: FormField["type"] | undefined): boolean {
  return type === "integer" || type === "number";
}

function fieldOf(name: string, fields: Fields): FormField | undefined {
  const known = decodePart(name);
  return known !== undefined && Object.hasOwn(fields, known) ? fields[known] : undefined;
}
