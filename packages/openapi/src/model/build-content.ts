import { diagnose } from "../diagnostics/diagnostic.ts";
import { essence, FORM, isForm, isJson, isMultipart, MULTIPART_FORM } from "../http/media-type.ts";
import { COLLECTION_FORMATS } from "../http/parameter.ts";
import { isJsonObject, type Json, type JsonObject } from "../json/json.ts";
import { pointerTo } from "../json/json-pointer.ts";
import type { Carrier } from "../schema/binary.ts";
import { isAnnotation, isInPlace } from "../schema/keywords.ts";
import { readExtensions } from "./extensions.ts";
import type { Encoding, Header, MediaType } from "./model.ts";
import type { Direction, SchemaTable } from "./schema-table.ts";
import {
  asWarning,
  type Building,
  collect,
  contained,
  type DocumentReader,
  isObstacle,
  type Located,
  text,
} from "./source.ts";

/** The media types of a body: those that can be generated, and those of which only the types can be. */
interface Content {
  readonly content: readonly MediaType[];
  readonly skipped: readonly MediaType[];
}

/**
 * Media Type Objects. One that cannot be generated costs itself alone where another remains.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#media-type-object
 */
export function* buildContent(
  reader: DocumentReader,
  table: SchemaTable,
  value: Json | undefined,
  at: string,
  inlineName: string,
  direction: Direction,
): Building<Content> {
  // Redocly lets several responses share all of their content.
  const shared = isJsonObject(value) && typeof value.$ref === "string" ? yield* reader.object(value, at) : undefined;
  const members = yield* reader.members(shared?.value ?? value, shared?.pointer ?? at);
  const read = members.map((member) =>
    collect(buildMediaType(reader, table, member.name, member.value, member.pointer, inlineName, direction)),
  );
  const isReadable = ({ diagnostics }: (typeof read)[number]): boolean => !diagnostics.some(isObstacle);
  const remains = read.some(isReadable);
  for (const { diagnostics } of read)
    for (const diagnostic of diagnostics) yield remains && isObstacle(diagnostic) ? asWarning(diagnostic) : diagnostic;
  return {
    content: read.filter(isReadable).flatMap((one) => one.value ?? []),
    skipped: read.filter((one) => !isReadable(one)).flatMap((one) => one.value ?? []),
  };
}

function* buildMediaType(
  reader: DocumentReader,
  table: SchemaTable,
  mediaType: string,
  value: Json,
  at: string,
  inlineName: string,
  direction: Direction,
): Building<MediaType | undefined> {
  const located = yield* reader.object(value, at);
  if (located === undefined) return undefined;
  const { value: media, pointer } = located;
  if (direction === "request" && isMultipart(mediaType) && essence(mediaType) !== MULTIPART_FORM) {
    const message = `a body of type ${mediaType} cannot be generated; of multipart, use form-data`;
    yield reader.error("unsupported", pointer, message);
  }
  const schema =
    media.schema === undefined
      ? undefined
      : table.use(media.schema, pointerTo(pointer, "schema"), inlineName, direction, carrierOf(mediaType));
  return {
    mediaType,
    schema,
    isBytes: schema === undefined || (!isJson(mediaType) && table.isBytes(schema)),
    encoding: yield* buildEncodings(reader, mediaType, located),
    pointer,
    source: media,
  };
}

/** What a body of a media type carries its values by. */
function carrierOf(mediaType: string): Carrier {
  if (isJson(mediaType)) return undefined;
  return isMultipart(mediaType) || isForm(mediaType) ? "form" : "whole";
}

/** The same content, with the schemas of bodies that are not JSON under other names. */
export function withRenamed(content: readonly MediaType[], renamed: ReadonlyMap<string, string>): readonly MediaType[] {
  return content.map((media) => {
    const schema = carrierOf(media.mediaType) && renamed.get(media.schema ?? "");
    return schema === undefined ? media : { ...media, schema };
  });
}

const STYLE = ["style", "explode", "allowReserved"];

/**
 * The Encoding Objects of a body by property, without what OpenAPI says is to be ignored: styles, where the body is not
 * urlencoded or `multipart/form-data`.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#encoding-object
 */
function* buildEncodings(
  reader: DocumentReader,
  mediaType: string,
  { value: { encoding, schema }, pointer }: Located,
): Building<Record<string, Encoding>> {
  const at = pointerTo(pointer, "encoding");
  const type = essence(mediaType);
  const isUsed = carrierOf(mediaType) === "form";
  if (encoding !== undefined && !isUsed) {
    const message = "encoding ignored, as OpenAPI says of all but forms";
    yield diagnose("ignored", reader.document, at, message);
  }
  const properties = propertiesOf(reader, schema, pointerTo(pointer, "schema"));
  const isStyled = type === FORM || type === MULTIPART_FORM;
  const encodings: [string, Encoding][] = [];
  for (const member of yield* contained(reader.members(encoding, at))) {
    if (isUsed && properties !== undefined && !Object.hasOwn(properties, member.name)) {
      const message = `encoding of ${member.name} ignored, since the schema has no such property`;
      yield diagnose("ignored", reader.document, member.pointer, message);
    }
    const located = yield* contained(reader.object(member.value, member.pointer));
    if (located === undefined) continue;
    if (isMultipart(mediaType) && located.value.headers !== undefined) {
      const message = "headers of a part left out: no FormData has them";
      yield diagnose("left-out", reader.document, pointerTo(located.pointer, "headers"), message);
    }
    const { type: ofProperty } = asObject(properties?.[member.name]);
    if (
      isStyled &&
      located.value.explode !== undefined &&
      /^(string|number|integer|boolean)$/.test(String(ofProperty))
    ) {
      const message = "explode of an encoding ignored, since it says nothing of a single value";
      yield diagnose("ignored", reader.document, pointerTo(located.pointer, "explode"), message);
    }
    const { value, diagnostics } = collect(buildEncoding(reader, located, isStyled));
    if (isUsed) yield* diagnostics;
    encodings.push([member.name, value]);
  }
  return Object.fromEntries(encodings);
}

function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The properties of a schema that says all of them itself; undefined for any other. */
function propertiesOf(reader: DocumentReader, schema: Json | undefined, at: string): JsonObject | undefined {
  if (schema === undefined) return {};
  const object = collect(reader.object(schema, at)).value?.value;
  const { properties } = object ?? {};
  return isJsonObject(properties) && !Object.keys(object ?? {}).some(isInPlace) ? properties : undefined;
}

function* buildEncoding(reader: DocumentReader, { value, pointer }: Located, isStyled: boolean): Building<Encoding> {
  for (const name of STYLE.filter((key) => !isStyled && value[key] !== undefined)) {
    const message = `${name} of an encoding ignored, as OpenAPI says`;
    yield diagnose("ignored", reader.document, pointerTo(pointer, name), message);
  }
  const { "x-collection-format": format } = yield* readExtensions(reader, "parameter", { value, pointer });
  const style = format === undefined ? text(value.style) : COLLECTION_FORMATS[format];
  return {
    style: isStyled ? style : undefined,
    explode: isStyled && typeof value.explode === "boolean" ? value.explode : undefined,
    allowReserved: isStyled && value.allowReserved === true,
    contentType: text(value.contentType),
    pointer,
    source: value,
  };
}

/** The Header Objects of a response. One that cannot be read costs itself alone. */
export function* buildHeaders(
  reader: DocumentReader,
  table: SchemaTable,
  value: Json | undefined,
  at: string,
  direction: Direction,
): Building<readonly Header[]> {
  const headers: Header[] = [];
  for (const member of yield* contained(reader.members(value, at))) {
    const located = yield* contained(reader.object(member.value, member.pointer));
    if (located === undefined) continue;
    const { value: header, pointer } = located;
    // The media types of the content say it.
    if (/^content-type$/i.test(member.name)) {
      const message = "header Content-Type of a response ignored, as OpenAPI says";
      yield diagnose("ignored", reader.document, pointer, message);
      continue;
    }
    const described = yield* headerSchema(reader, located);
    headers.push({
      name: member.name,
      description: text(header.description),
      required: header.required === true,
      explode: header.explode === true,
      isJson: described.isJson,
      schema: table.inline(described.schema, described.at, direction),
      pointer,
      source: header,
    });
  }
  return headers;
}

interface HeaderSchema {
  readonly schema: Json;
  readonly at: string;
  readonly isJson: boolean;
}

/** A header has either a schema, or content of one media type: JSON, or else a string. */
function* headerSchema(reader: DocumentReader, { value: header, pointer }: Located): Building<HeaderSchema> {
  const content = isJsonObject(header.content) ? Object.entries(header.content) : [];
  const [[mediaType, media] = ["", null], ...others] = content;
  if (header.schema !== undefined || content.length === 0)
    return { schema: header.schema ?? {}, at: pointerTo(pointer, "schema"), isJson: false };
  if (others.length > 0) {
    const message = `expected content of one media type, received ${content.length}; taken for ${mediaType}`;
    yield asWarning(reader.error("structure", pointerTo(pointer, "content"), message));
  }
  const schema = (isJsonObject(media) ? media.schema : undefined) ?? {};
  const at = pointerTo(pointer, "content", mediaType, "schema");
  if (isJson(mediaType)) return { schema, at, isJson: true };
  if (!isPlainString(schema)) {
    const message = `schema of a header of type ${mediaType} left out: a client gets its string`;
    yield diagnose("left-out", reader.document, at, message);
  }
  return { schema: { type: "string" }, at, isJson: false };
}

/** Whether a schema says no more of a string than that it is one. */
function isPlainString(schema: Json): boolean {
  if (!isJsonObject(schema)) return schema === true;
  return Object.entries(schema).every(
    ([keyword, value]) => isAnnotation(keyword) || (keyword === "type" && value === "string"),
  );
}
