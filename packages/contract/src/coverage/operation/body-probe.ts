import type { DocumentedBody, DocumentedOperation } from "../document/documented-operation.ts";
import { below, type Claim, pointAt, type Site } from "../points/claim.ts";
import type { Point } from "../points/point.ts";
import { breach, merge, reach } from "../schema/outcome.ts";
import { findContent } from "../wire/media-type.ts";
import { contentProbe } from "./content-probe.ts";
import type { RequestProbe } from "./probe.ts";

const AT = ["body"];

/** The body of a request: there, left out, of each media type and of another, and what its schema says. */
export async function bodyProbe(
  body: DocumentedBody,
  { version }: DocumentedOperation,
  operation: Site,
): Promise<RequestProbe> {
  const site = below(operation, "body");
  const { required, contents, cursor } = body;
  const point = (claim: Pick<Claim, "key" | "label" | "says"> & Partial<Claim>): Point =>
    pointAt(site, { keyword: claim.key, dimension: "request bodies", ...claim }, cursor);
  const present = point({ key: "present", label: "sent", says: "A request with a body" });
  const absent = point({
    key: required ? "absent!" : "absent",
    keyword: required ? "required" : "absent",
    label: "left out",
    says: "A request without a body",
    forbidden: required,
  });
  const other = pointAt(
    below(site, "&type"),
    {
      key: "type!",
      dimension: "media types",
      keyword: "media type",
      label: "another media type",
      says: "A body of another media type",
      forbidden: true,
      unreachable: contents.some(({ mediaType }) => mediaType === "*/*") ? "Every media type is allowed." : undefined,
    },
    cursor.at("content"),
  );
  const context = { body: site, alone: contents.length === 1, subject: "the body", version };
  const kinds = await Promise.all(contents.map((content) => contentProbe(content, context)));
  return {
    points: [present, absent, ...kinds.flatMap(({ points }) => points), other],
    observe({ headers, body: text }) {
      if (text === undefined) return required ? breach(AT, absent) : reach(absent);
      const type = headers["content-type"] ?? "";
      const kind = findContent(kinds, type);
      return merge([reach(present), kind === undefined ? breach(["media type"], other) : kind.observe(text)]);
    },
  };
}
