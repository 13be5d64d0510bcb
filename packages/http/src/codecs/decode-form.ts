import { isDeep, readDeepObject } from "../deep-object.ts";
import type { FormField } from "../operation.ts";
import { DecodeError } from "./decode-error.ts";

/**
 * Reads a form back into an object, by the table of its fields. What does not parse stays the text that it was, a
 * scalar that is repeated becomes an array, and unknown keys are kept: a validator then reports each at its path. Within
 * a `deepObject`, of whose members the table does not know the types, everything is text.
 *
 * @see https://url.spec.whatwg.org/#concept-urlencoded-parser
 */
export function decodeForm(
  text: string,
  fields: Readonly<Record<string, FormField>>,
): Readonly<Record<string, unknown>> {
  const values = new Map<string, string[]>();
  const deep = new Map<string, (readonly [brackets: string, text: string])[]>();
  const deepNames = Object.keys(fields).filter((name) => fields[name]?.style === "deepObject");
  let position = 0;
  for (const pair of text.split("&")) {
    const [name, ...rest] = pair.split("=");
    if (pair !== "") {
      const key = unescapePart(name ?? "", position);
      const value = unescapePart(rest.join("="), position);
      const owner = deepNames.find((one) => key.startsWith(one) && isDeep(key.slice(one.length)));
      if (owner === undefined) append(values, key, value);
      else append(deep, owner, [key.slice(owner.length), value] as const);
    }
    position += pair.length + 1;
  }
  // Object.fromEntries defines properties instead of setting them, which `__proto__` makes a difference to.
  return Object.fromEntries([
    ...[...values].map(([name, texts]) => {
      return [name, Object.hasOwn(fields, name) ? read(texts, fields[name]) : single(texts)] as const;
    }),
    ...[...deep].map(([name, pairs]) => {
      const { type, items, nullable } = fields[name] ?? {};
      if (nullable && pairs.length === 1 && `${pairs[0]}` === ",") return [name, null] as const;
      return [name, readDeepObject(pairs, [(one) => scalar(one, type), (one) => scalar(one, items)])] as const;
    }),
  ]);
}

function append<T>(lists: Map<string, T[]>, name: string, item: T): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}

function unescapePart(text: string, position: number): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch (cause) {
    throw new DecodeError(position, { cause });
  }
}

function read(texts: readonly string[], field: FormField | undefined): unknown {
  if (field?.nullable && texts.length === 1 && texts[0] === "") return null;
  if (field?.type !== "array") return single(texts.map((text) => scalar(text, field?.type)));
  const items = field.explode === false ? texts.flatMap((text) => (text === "" ? [] : text.split(","))) : texts;
  return items.map((text) => scalar(text, field.items));
}

function single(values: readonly unknown[]): unknown {
  return values.length === 1 ? values[0] : values;
}

function scalar(text: string, type: FormField["type"] | undefined): unknown {
  if (type === "boolean" && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (type === "integer" || type === "number") {
    const number = Number(text);
    // Only text that the number would be written as: not 0x10, 01, 1e3, nor digits that a double cannot hold.
    const canonical = Number.isFinite(number) && String(number) === text;
    if (canonical && (type === "number" || Number.isInteger(number))) return number;
  }
  return text;
}
