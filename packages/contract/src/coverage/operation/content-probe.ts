import type { DocumentedContent, OpenApiVersion } from "../document/documented-operation.ts";
import { below, named, pointAt, type Site, valued } from "../points/claim.ts";
import type { Point } from "../points/point.ts";
import { isEqual } from "../schema/json-value.ts";
import { merge, NOTHING, type Outcome, reach } from "../schema/outcome.ts";
import { readSchema, type SchemaProbe } from "../schema/read-schema.ts";
import { typesOf } from "../schema/types.ts";
import { withUnreadable } from "../wire/decoded.ts";
import { essence, mediumOf } from "../wire/media-type.ts";
import { bodyReader } from "../wire/read-body.ts";
import { examplePoints } from "./example-points.ts";

/** A body of one media type. */
export interface ContentProbe {
  readonly mediaType: string;
  readonly points: readonly Point[];
  observe(text: string): Outcome;
}

export interface ContentContext {
  readonly body: Site;
  /** The only media type of the body. Where there are several, the points of each are apart. */
  readonly alone: boolean;
  /** `the body`, for sentences. */
  readonly subject: string;
  readonly version: OpenApiVersion;
}

/** A body of one media type: its being there, its examples, and what its schema says. */
export async function contentProbe(content: DocumentedContent, context: ContentContext): Promise<ContentProbe> {
  const { mediaType } = content;
  const { body, subject } = context;
  const site = context.alone ? body : below(body, `|${named(essence(mediaType))}`);
  const type = pointAt(
    below(body, "&type"),
    {
      key: `type=${valued(essence(mediaType))}`,
      dimension: "media types",
      keyword: "media type",
      label: mediaType,
      says: `The media type ${mediaType} of ${subject}`,
    },
    content.cursor,
  );
  const inside = await schemaProbe(content, site, context);
  const examples = examplePoints(content.examples, site, subject);
  const read = bodyReader(content);
  const at = ["body"];
  return {
    mediaType,
    points: [type, ...examples.map(({ point }) => point), ...inside.points],
    observe(text) {
      const { value, breaches } = read(text, at);
      const example = examples.filter((each) => isEqual(each.value, value)).map(({ point }) => point);
      return merge([reach(type, ...example), withUnreadable(inside.observe(value, at), breaches)]);
    },
  };
}

/** Throws when nobody can read bodies of this media type, and the schema says something about what is in them. */
async function schemaProbe(
  { mediaType, schema }: DocumentedContent,
  site: Site,
  context: ContentContext,
): Promise<SchemaProbe> {
  const { subject, version } = context;
  const medium = mediumOf(mediaType);
  if (medium !== undefined) return readSchema(schema, { site, subject, version, medium });
  // Bytes are all there is to it.
  const opaque = typesOf(schema)?.every((type) => type === "string") ?? schema.children().length === 0;
  if (!opaque) throw schema.problem(`is about ${mediaType}, which cannot be read yet; teach it to wire/`);
  return { points: [], observe: () => NOTHING };
}
