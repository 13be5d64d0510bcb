import type { BodyCodec } from "./body-codec.ts";
import { isDeep, readDeepObject } from "./deep-object.ts";
import { primitiveString, refuse } from "./encode-error.ts";
import type { FormField } from "./operation.ts";
import { refuseNothing, writePairs } from "./style.ts";

/** `application/x-www-form-urlencoded`. */
export const formCodec: BodyCodec = {
  encode: (value, { fields = {} }) => encodeForm(value as object, fields),
};

/**
 * Writes an object as a form, in the order of its keys. `undefined` is left out, `null` is an empty value, and an array
 * is one key per item, or, with `explode: false`, one key with its items joined by commas.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 * @see https://url.spec.whatwg.org/#concept-urlencoded-serializer
 */
export function encodeForm(value: object, fields: Readonly<Record<string, FormField>>): string {
  const form = new URLSearchParams();
  for (const [name, field] of Object.entries(value)) {
    if (field === undefined) continue;
    const joined = Array.isArray(field) && fields[name]?.explode === false;
    const strings = [field].flat().map((item) => primitiveString(name, item));
    // A comma within an item would be read as a separator.
    if (joined && strings.some((text) => text.includes(","))) refuse([name], "strings without a comma", field);
    for (const text of joined ? [strings.join()] : strings) form.append(name, text);
  }
  return form.toString();
}

/**
 * `application/x-www-form-urlencoded` with all of the Encoding Object: a style, or else a content type,
 * which for an object is JSON. Refuses an empty list that is required. A form whose fields need none of this is written
 * as `formCodec` writes it: one client may have both.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 */
export const styledFormCodec: BodyCodec = {
  encode: (value, media) => {
    const { fields = {} } = media;
    const entries = Object.entries(value as object)
      .filter(([, property]) => property !== undefined)
      .map(([name, property]) => [name, property, Object.hasOwn(fields, name) ? fields[name] : undefined] as const);
    for (const [name, property, field] of entries) {
      if (Array.isArray(property) && property.length === 0 && !field?.contentType)
        refuseNothing(name, property, field?.required);
    }
    if (!Object.values(fields).some(isStyled)) return formCodec.encode(value, media);
    const pairs = entries.flatMap(([name, property, field]) => writeField(name, property, field));
    return pairs.join("&").replaceAll("%20", "+");
  },
};

/** Whether a field is more than a string or a list of strings. */
function isStyled({ style, allowReserved, contentType, type, items }: FormField): boolean {
  return (style ?? contentType) !== undefined || allowReserved === true || type === "object" || items === "object";
}

function writeField(name: string, value: unknown, field: FormField | undefined): readonly string[] {
  const { style, explode, allowReserved, contentType, required } = field ?? {};
  // A style takes the place of a content type; with neither, a list is one key per item.
  const styled = style ?? explode ?? allowReserved;
  if (styled !== undefined) {
    return writePairs(name, value, {
      ...(style && { style }),
      ...(explode !== undefined && { explode }),
      ...(allowReserved && { allowReserved }),
      ...(required && { required }),
    });
  }
  if (contentType !== undefined) return writePairs(name, value, { contentType });
  return [value].flat().flatMap((item) => {
    const isObject = Object.prototype.toString.call(item) === "[object Object]";
    return writePairs(
      name,
      isObject ? item : primitiveString(name, item),
      isObject ? { contentType: "application/json" } : {},
    );
  });
}

/**
 * Reads a form back into an object, by the table of its fields. What does not parse stays a string, a scalar that is
 * repeated becomes an array, and unknown keys are kept: a validator then reports each at its path. Within a
 * `deepObject`, of whose members the table does not know the types, everything is a string; an object of no style is JSON.
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
  // Object.fromEntries defines properties, so that `__proto__` is one like any other.
  return Object.fromEntries([
    ...[...values].map(([name, strings]) => {
      return [name, decodeField(strings, Object.hasOwn(fields, name) ? fields[name] : undefined)] as const;
    }),
    ...[...deep].map(([name, pairs]) => {
      const { type, items, nullable } = fields[name] ?? {};
      if (nullable && pairs.length === 1 && `${pairs[0]}` === ",") return [name, null] as const;
      return [
        name,
        readDeepObject(pairs, [(one) => scalar(one, type, "deepObject"), (one) => scalar(one, items, "deepObject")]),
      ] as const;
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

/** The values that one name has in a form, strings or files, as the property that its field describes. */
export function decodeField(values: readonly unknown[], field: FormField | undefined): unknown {
  if (field?.nullable && values.length === 1 && values[0] === "") return null;
  if (field?.type !== "array") return single(values.map((one) => scalar(one, field?.type, field?.style)));
  const items = field.explode === false ? values.flatMap((one) => (one === "" ? [] : `${one}`.split(","))) : values;
  return items.map((one) => scalar(one, field.items, field.style));
}

function single(values: readonly unknown[]): unknown {
  return values.length === 1 ? values[0] : values;
}

function scalar(text: unknown, type: FormField["type"] | undefined, style?: FormField["style"]): unknown {
  if (typeof text !== "string") return text;
  if (type === "boolean" && /^(true|false)$/i.test(text)) return text.toLowerCase() === "true";
  if (type === "integer" || type === "number") {
    const number = Number(text);
    // Only the canonical form: not 0x10, 01, 1e3, nor digits that a double cannot hold.
    const canonical = Number.isFinite(number) && String(number) === text;
    if (canonical && (type === "number" || Number.isInteger(number))) return number;
  }
  // Without a style, an object is JSON (OpenAPI 3.1, Encoding Object).
  return type === "object" && style === undefined ? json(text) : text;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A string is not a form: a percent sign without two hexadecimal digits, or bytes that are not UTF-8. */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
  readonly code = "decode";
  /** Where the broken pair begins, in characters from the start. */
  readonly position: number;

  constructor(position: number, options?: ErrorOptions) {
    super(`Not a form: malformed percent-encoding or UTF-8 in the pair at character ${position}.`, options);
    this.position = position;
  }
}
