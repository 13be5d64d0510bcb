import { defaultExplode, isJsonObject, type JsonObject, type MediaType } from "@earmark/openapi";
import { changed, code } from "../finding.ts";
import { type Place, placeOf } from "../place.ts";
import type { Comparison } from "../schema/pair.ts";
import type { SchemaPlace } from "../schema/schema-place.ts";
import { shapeOf } from "../schema/shape.ts";

/** A property of a form, in one of the documents. */
interface FormField {
  readonly media: MediaType;
  readonly places: readonly SchemaPlace[];
}

/** How a property of a form is written (OpenAPI 3.1, Encoding Object). */
export function* compareEncoding(
  name: string,
  before: FormField,
  after: FormField,
  media: Place,
  subject: string,
): Comparison {
  const [old, now] = [encodingOf(name, before), encodingOf(name, after)];
  for (const [keyword, value] of Object.entries(now)) {
    if (old[keyword] === value) continue;
    const encoding = after.media.encoding[name];
    const place = encoding === undefined ? media : placeOf(media.side, encoding);
    const facts = { subject, keyword, before: code(String(old[keyword])), after: code(value) };
    yield changed("encoding-changed", place, facts);
  }
}

function encodingOf(name: string, { media, places }: FormField): Readonly<Record<string, string>> {
  const found: JsonObject = media.encoding[name]?.source ?? {};
  const style = String(found.style ?? "form");
  return {
    style,
    explode: String(found.explode ?? defaultExplode(style)),
    allowReserved: String(found.allowReserved === true),
    // Another type of the property brings another media type along, which is found as that.
    contentType: namedMediaType(found, places) ?? "by its type",
    headers: isJsonObject(found.headers) ? Object.keys(found.headers).sort().join(", ") : "none",
  };
}

/** The media type that an encoding names, unless values have it anyway. */
function namedMediaType({ contentType }: JsonObject, places: readonly SchemaPlace[]): string | undefined {
  return contentType === undefined || contentType === mediaTypeOf(places) ? undefined : String(contentType);
}

/** The media type that values of a schema have unless the document names another one; undefined where that is open. */
function mediaTypeOf(property: readonly SchemaPlace[]): string | undefined {
  const found = new Set<string>();
  const known = new Set<unknown>();
  const pending = [property];
  for (const places of pending) {
    const { types, keywords, subschemas } = shapeOf(places);
    const isBinary = keywords.get("format")?.some(({ value }) => value === "binary") === true;
    // A list of lists of itself has no item that would be written.
    const isCycle = places.some(({ value }) => known.has(value));
    if (types === undefined || isBinary || isCycle || keywords.has("contentEncoding")) return undefined;
    for (const { value } of places) known.add(value);
    for (const type of types) {
      if (type === "array") pending.push(subschemas.get("items") ?? []);
      else found.add(type === "object" ? "application/json" : "text/plain");
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}
