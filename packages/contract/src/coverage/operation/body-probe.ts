import { below, type CoverageItem, itemsAt, named, type Site, valued } from "../coverage-item.ts";
import type {
  DocumentedBody,
  DocumentedContent,
  DocumentedExample,
  DocumentedOperation,
  OpenApiVersion,
} from "../document/documented-operation.ts";
import { breach, merge, NOTHING, type Probe, reach } from "../schema/outcome.ts";
import { readSchema, type SchemaProbe } from "../schema/read-schema.ts";
import { isEqual, typesOf } from "../schema/types.ts";
import { withUnreadable } from "../wire/field.ts";
import { essence, findContent, mediumOf } from "../wire/media-type.ts";
import { bodyReader } from "../wire/read-body.ts";
import type { RequestView } from "../wire/request-view.ts";

const AT = ["body"];

/** What sentences call it. */
const SUBJECT = "the body";

/** The body of a request: there, left out, of each media type and of another, and what its schema says. */
export async function bodyProbe(
  body: DocumentedBody,
  { version }: DocumentedOperation,
  operation: Site,
): Promise<Probe<RequestView>> {
  const site = below(operation, "body");
  const { required, contents, cursor } = body;
  const item = itemsAt(site, cursor, "request bodies");
  const present = item("present", "sent", "A request with a body");
  const absent = item(required ? "absent!" : "absent", "left out", "A request without a body", {
    keyword: required ? "required" : "absent",
    forbidden: required,
  });
  const type = itemsAt(below(site, "&type"), cursor.at("content"), "media types", "media type");
  const other = type("type!", "another media type", "A body of another media type", {
    forbidden: true,
    unreachable: contents.some(({ mediaType }) => mediaType === "*/*") ? "Every media type is allowed." : undefined,
  });
  const kinds = await contentProbes(contents, site, version);
  return {
    items: [present, absent, ...kinds.flatMap(({ items }) => items), other],
    observe({ headers, body: text }) {
      if (text === undefined) return required ? breach(AT, absent) : reach(absent);
      const type = headers["content-type"] ?? "";
      const kind = findContent(kinds, type);
      return merge([reach(present), kind === undefined ? breach(["media type"], other) : kind.observe(text)]);
    },
  };
}

/** A body of one media type. */
export interface ContentProbe extends Probe<string> {
  readonly mediaType: string;
}

/** A body in each of its media types. Where there are several, the coverage items of each are apart. */
export function contentProbes(
  contents: readonly DocumentedContent[],
  body: Site,
  version: OpenApiVersion,
): Promise<readonly ContentProbe[]> {
  return Promise.all(
    contents.map((content) => {
      const apart = below(body, `|${named(essence(content.mediaType))}`);
      return contentProbe(content, body, contents.length === 1 ? body : apart, version);
    }),
  );
}

/** A body of one media type: its being there, its examples, and what its schema says. */
async function contentProbe(
  content: DocumentedContent,
  body: Site,
  site: Site,
  version: OpenApiVersion,
): Promise<ContentProbe> {
  const { mediaType } = content;
  const make = itemsAt(below(body, "&type"), content.cursor, "media types", "media type");
  const type = make(`type=${valued(essence(mediaType))}`, mediaType, `The media type ${mediaType} of ${SUBJECT}`);
  const inside = await schemaProbe(content, site, version);
  const examples = exampleItems(content.examples, site, SUBJECT);
  const read = bodyReader(content);
  return {
    mediaType,
    items: [type, ...examples.map(({ item }) => item), ...inside.items],
    observe(text) {
      const { value, breaches } = read(text, AT);
      const example = examples.filter((each) => isEqual(each.value, value)).map(({ item }) => item);
      return merge([reach(type, ...example), withUnreadable(inside.observe(value, AT), breaches)]);
    },
  };
}

/** Throws when coverage cannot read bodies of this media type and the schema describes what is in them. */
async function schemaProbe(
  { mediaType, schema }: DocumentedContent,
  site: Site,
  version: OpenApiVersion,
): Promise<SchemaProbe> {
  const medium = mediumOf(mediaType);
  if (medium !== undefined) return readSchema(schema, { site, subject: SUBJECT, version, medium });
  // Bytes are all there is to it.
  const opaque = typesOf(schema)?.every((type) => type === "string") ?? schema.children().length === 0;
  if (!opaque) throw schema.problem(`is about ${mediaType}, which cannot be read yet; teach it to wire/`);
  return { items: [], observe: () => NOTHING };
}

/** One coverage item for each example, with its value. */
export function exampleItems(
  examples: readonly DocumentedExample[],
  site: Site,
  subject: string,
): readonly { readonly value: unknown; readonly item: CoverageItem }[] {
  return examples.map(({ name, value, cursor }) => {
    const says = name === "example" ? `The example of ${subject}` : `The example ${name} of ${subject}`;
    return { value, item: itemsAt(site, cursor, "examples", "example")(`example=${named(name)}`, name, says) };
  });
}
