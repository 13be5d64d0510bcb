import type { DocumentedContent, OpenApiVersion } from "../document/documented-operation.ts";
import { below, named, pointAt, type Site, valued } from "../points/claim.ts";
import type { Point } from "../points/point.ts";
import { compileSchema } from "../schema/compile-schema.ts";
import { isEqual } from "../schema/json-value.ts";
import { merge, NOTHING, type Outcome, reach } from "../schema/outcome.ts";
import { descend, type SchemaNode } from "../schema/schema-node.ts";
import { typesOf } from "../schema/types-of.ts";
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
export function contentProbe(content: DocumentedContent, context: ContentContext): ContentProbe {
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
  const node = schemaNode(content, site, context);
  const examples = examplePoints(content.examples, site, subject);
  const read = bodyReader(content);
  const at = ["body"];
  return {
    mediaType,
    points: [type, ...examples.map(({ point }) => point), ...node.points],
    observe(text) {
      const { value, breaches } = read(text, at);
      const example = examples.filter((each) => isEqual(each.value, value)).map(({ point }) => point);
      return merge([reach(type, ...example), withUnreadable(descend(node, value, at), breaches)]);
    },
  };
}

/** Throws when nobody can read bodies of this media type, and the schema says something about what is in them. */
function schemaNode({ mediaType, schema }: DocumentedContent, site: Site, context: ContentContext): SchemaNode {
  const { subject, version } = context;
  const medium = mediumOf(mediaType);
  if (medium !== undefined) return compileSchema(schema, { site, subject, version, medium, ancestors: new Map() });
  // Bytes are all there is to it.
  const opaque = typesOf(schema)?.every((type) => type === "string") ?? schema.children().length === 0;
  if (!opaque) throw schema.problem(`is about ${mediaType}, which cannot be read yet; teach it to wire/`);
  return { points: [], observe: () => NOTHING };
}
