import type { Finding } from "../diagnostics/diagnostic.ts";
import { isJsonObject, type Json } from "../json/json.ts";
import type { Model } from "../model/model.ts";
import { visitFields } from "../objects/walk.ts";
import { discriminatorOf } from "../schema/discriminator.ts";
import { componentName } from "../schema/schema.ts";
import { visitSchemas } from "../schema/walk.ts";

/**
 * Discriminators that tell no schemas apart: beside no `oneOf` or `anyOf` of references all of which they name, and in no
 * schema that members of one build on by `allOf`.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#discriminator-object
 */
export function idleDiscriminators(model: Model): readonly Finding[] {
  const bases = basesOfMembers(model);
  const telling = new Set<string>();
  for (const { name, schema } of model.schemas)
    visitSchemas(schema, (part) => {
      const isTelling =
        (["oneOf", "anyOf"] as const).some((keyword) => discriminatorOf(part, keyword) !== undefined) ||
        (part === schema && part.discriminator !== undefined && bases.has(name));
      const at = isTelling ? model.pointerOf(part) : undefined;
      if (at !== undefined) telling.add(model.document.asWritten?.(at) ?? at);
    });
  const findings: Finding[] = [];
  const { root, version } = model.document.written;
  visitFields(root, version, ({ pointer, object, name, isMember }) => {
    if (object !== "Schema" || name !== "discriminator" || isMember) return;
    if (telling.has(pointer.slice(0, -"/discriminator".length))) return;
    findings.push({
      pointer,
      message: "discriminator left out: no oneOf or anyOf of references has schemas that it tells apart",
    });
  });
  return findings;
}

/** The schemas that members of unions build on. */
function basesOfMembers(model: Model): ReadonlySet<string> {
  const bases = new Set<string>();
  for (const { schema } of model.schemas)
    visitSchemas(schema, (part) => {
      // A union's own discriminator comes first.
      const unions = (["oneOf", "anyOf"] as const).filter((keyword) => discriminatorOf(part, keyword) === undefined);
      for (const member of unions.flatMap((keyword) => refsIn(part[keyword]))) {
        const target = model.schemaNamed(member)?.schema;
        if (isJsonObject(target)) for (const base of refsIn(target.allOf)) bases.add(base);
      }
    });
  return bases;
}

function refsIn(list: Json | undefined): readonly string[] {
  const parts: readonly Json[] = Array.isArray(list) ? list : [];
  return parts.flatMap((part) => (isJsonObject(part) ? (componentName(String(part.$ref)) ?? []) : []));
}
