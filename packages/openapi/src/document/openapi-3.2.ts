import { isJsonObject, type JsonObject, shown } from "../json/json.ts";
import { type Occurrence, visitFields } from "../objects/walk.ts";

/** Something that OpenAPI has since 3.2 only. */
export interface Novelty {
  readonly pointer: string;
  readonly message: string;
}

/** Whether a document says that it is of OpenAPI 3.2. One that uses nothing of it is 3.1. */
export function is32({ openapi }: JsonObject): boolean {
  return /^3\.2(\.|$)/.test(String(openapi));
}

/**
 * What a document uses of what is new in OpenAPI 3.2, in its order: fields, values of fields, and references where 3.1 has
 * none.
 *
 * @see https://spec.openapis.org/oas/v3.2.0.html
 */
export function novelties(root: JsonObject): readonly Novelty[] {
  const found: Novelty[] = [];
  visitFields(root, "3.2", (occurrence) => {
    const what = novelty(occurrence, root);
    const message = `${what} is new in OpenAPI 3.2 and not read yet; describe it as in 3.1, or leave it out`;
    if (what !== undefined) found.push({ pointer: occurrence.pointer, message });
  });
  return found;
}

function novelty(
  { field, name, object, expected, owner, value, isMember }: Occurrence,
  root: JsonObject,
): string | undefined {
  if (field === undefined || isMember) return undefined;
  if (!field.editions.includes("3.1")) return `${name} of ${object} Objects`;
  if (expected === "Media Type" && name === "$ref") return "$ref instead of a Media Type Object";
  if (object === "Security Requirement") return isUri(name, root) ? "a security scheme by its URI" : undefined;
  if (object !== "Parameter") return undefined;
  if (name === "in" && value === "querystring") return "in: querystring";
  if (name === "style" && value === "cookie") return "style: cookie";
  const isReserved = name === "allowReserved" && (owner.in === "path" || owner.in === "cookie");
  return isReserved ? `allowReserved beside in: ${shown(owner.in ?? null)}` : undefined;
}

/** The name of a scheme that the document describes comes first. */
function isUri(name: string, { components }: JsonObject): boolean {
  const schemes = isJsonObject(components) ? components.securitySchemes : undefined;
  return /[/#]/.test(name) && !(isJsonObject(schemes) && Object.hasOwn(schemes, name));
}
