import { below, itemsAt, named, type Site } from "../coverage-item.ts";
import type { DocumentedOperation, DocumentedResponse } from "../document/documented-operation.ts";
import type { WireResponse } from "../exchange.ts";
import { breach, merge, type Outcome, type Probe, reach } from "../schema/outcome.ts";
import { readSchema } from "../schema/read-schema.ts";
import { fieldOf, withUnreadable } from "../wire/field.ts";
import { findContent } from "../wire/media-type.ts";
import { readSegment } from "../wire/read-field.ts";
import { byLowerCase } from "../wire/request-view.ts";
import { contentProbes } from "./body-probe.ts";

/** A response, ready to be looked for. */
export interface ResponseProbe extends Probe<WireResponse> {
  /** As the document spells it. */
  readonly status: string;
  /** Whether the document has the media type of a response. */
  knows(mediaType: string): boolean;
}

/** One response: its status, its media types, its headers, and what its schema says. */
export async function responseProbe(
  { status, contents, headers, cursor }: DocumentedResponse,
  { version }: DocumentedOperation,
  operation: Site,
): Promise<ResponseProbe> {
  const site: Site = { side: "response", segments: [...operation.segments, named(status)] };
  const seen = itemsAt(site, cursor, "responses", "status")("seen", status, `The status ${status}`);
  const kinds = await contentProbes(contents, below(site, "body"), version);
  const heads = await Promise.all(headers.map((header) => headerProbe(header, version, site)));
  return {
    status,
    items: [seen, ...heads.flatMap(({ items }) => items), ...kinds.flatMap(({ items }) => items)],
    observe(response) {
      const kind = findContent(kinds, response.headers["content-type"] ?? "");
      const body = kind === undefined ? [] : [kind.observe(response.body)];
      // A response with a body that is not documented is no right one.
      const unknown = kind === undefined && (kinds.length > 0 || response.body !== "") ? [breach(["media type"])] : [];
      return merge([reach(seen), ...heads.map((head) => head.observe(response)), ...body, ...unknown]);
    },
    knows: (mediaType) => findContent(kinds, mediaType) !== undefined,
  };
}

async function headerProbe(
  { name, required, schema, cursor }: DocumentedResponse["headers"][number],
  version: DocumentedOperation["version"],
  response: Site,
) {
  const site = below(below(response, "headers"), named(name));
  const item = itemsAt(site, cursor, "responses", "header");
  const seen = item("seen", "sent", `The header ${name}`);
  const absent = item(required ? "absent!" : "absent", "left out", `The absence of the header ${name}`, {
    forbidden: required,
  });
  const inside = await readSchema(schema, { site, subject: name, version, medium: "text" });
  const field = fieldOf(schema, { name, style: "simple", explode: false, mediaType: undefined });
  return {
    items: [seen, absent, ...inside.items],
    observe({ headers }: WireResponse): Outcome {
      const at = ["headers", name];
      const { value, breaches } = readSegment(byLowerCase(headers)[name.toLowerCase()], field, at, false);
      if (value === undefined) return required ? breach(at, absent) : reach(absent);
      return merge([reach(seen), withUnreadable(inside.observe(value, at), breaches)]);
    },
  };
}
