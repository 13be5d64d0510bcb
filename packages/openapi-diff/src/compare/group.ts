import { isMethod, pointerSegments } from "@earmark/openapi";
import { code } from "../finding.ts";
import type { Place } from "../place.ts";

/** What a component is called in a message; undefined for what stands elsewhere. */
export function componentLabel({ pointer }: Pick<Place, "pointer">): string | undefined {
  const [components, kind = "", name] = pointerSegments(pointer);
  if (components !== "components" || name === undefined) return undefined;
  return `${NOUNS[kind] ?? kind} ${code(name)}`;
}

const NOUNS: Readonly<Record<string, string>> = {
  schemas: "schema",
  callbacks: "callback",
  examples: "example",
  headers: "header",
  links: "link",
  parameters: "parameter",
  pathItems: "path item",
  requestBodies: "request body",
  responses: "response",
  securitySchemes: "security scheme",
};

/** The component, operation or part of the document that a place belongs to: `schema Annotation`, `GET /calls`. */
export function groupOf(pointer: string): string {
  const [part = "", first = "", second = ""] = pointerSegments(pointer);
  if (part === "components") {
    return first === "schemas" ? `schema ${second}` : `${NOUNS[first] ?? first} ${second}`.trim();
  }
  if (part === "paths" || part === "webhooks") {
    const place = part === "webhooks" ? `webhook ${first}` : first;
    return isMethod(second) ? `${second.toUpperCase()} ${place}` : place;
  }
  return part === "" ? "document" : part;
}
