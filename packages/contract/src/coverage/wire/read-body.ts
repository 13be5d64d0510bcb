import type { DocumentedContent } from "../document/documented-operation.ts";
import type { InstancePath } from "../schema/outcome.ts";
import { propertyNamesOf, propertyOf, typesOf } from "../schema/types.ts";
import { type Decoded, decodePercent, type Field, fieldOf, memberTypes, parseJson, scalarOf } from "./field.ts";
import { mediumOf } from "./media-type.ts";
import { readField } from "./read-field.ts";
import { type RawPair, readPairs } from "./request-view.ts";

type BodyReader = (text: string, at: InstancePath) => Decoded;

/** What reads bodies as their media type has them. */
export function bodyReader(content: DocumentedContent): BodyReader {
  const medium = mediumOf(content.mediaType);
  if (medium === "form") return formReader(content);
  return medium === "json" ? parseJson : (value) => ({ value, breaches: [] });
}

function formReader(content: DocumentedContent): BodyReader {
  const form = fieldOf(content.schema, { name: "", style: "form", explode: true, mediaType: undefined });
  const fields = propertyNamesOf(content.schema).map((name) => formField(content, name));
  return (text, at) => {
    const pairs = readPairs(text, "&");
    const read = fields.map((field) => [field.name, readField(pairs, field, [...at, field.name])] as const);
    const unlisted = pairs.map((pair) => unlistedField(pair, form)).filter(([name]) => !isListed(name, fields));
    const values = [...read.map(([name, { value }]) => [name, value] as const), ...unlisted];
    return {
      value: Object.fromEntries(values.filter(([, value]) => value !== undefined)),
      breaches: read.flatMap(([, { breaches }]) => breaches),
    };
  };
}

function unlistedField([rawName, rawValue]: RawPair, form: Field): readonly [string, unknown] {
  const name = decodePercent(rawName, true) ?? rawName;
  return [name, scalarOf(decodePercent(rawValue, true) ?? rawValue, memberTypes(form, name))];
}

/** `filter[name]` is a part of the field `filter`. */
function isListed(name: string, fields: readonly Field[]): boolean {
  const [start = ""] = name.split("[");
  return fields.some((field) => field.name === name || (field.style === "deepObject" && field.name === start));
}

/** @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object */
function formField({ schema, encoding }: DocumentedContent, name: string): Field {
  const property = propertyOf(schema, name) ?? schema;
  const own = encoding.at(name);
  const styled = ["style", "explode", "allowReserved"].some((keyword) => own.has(keyword));
  const style = own.text("style") ?? "form";
  const explode = own.at("explode").value;
  // Without a style, an object is written as JSON.
  const json = !styled && typesOf(property)?.includes("object") === true;
  return fieldOf(property, {
    name,
    style,
    explode: typeof explode === "boolean" ? explode : style === "form",
    mediaType: json ? "application/json" : undefined,
  });
}
