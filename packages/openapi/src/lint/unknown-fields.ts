import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { isExtension, type Occurrence, visitFields } from "../objects/walk.ts";

/**
 * What stands in a document under a name that its object does not have, and that is no extension: nothing reads it.
 * Beside a reference, OpenAPI says so itself; JSON Schema allows unknown keywords, the Schema Objects of 2.0 and 3.0 do not.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#specification-extensions
 */
export function unknownFields({ written }: Document): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const { root, version } = written;
  visitFields(root, version, ({ pointer, object, name, field }) => {
    if (field !== undefined || isExtension(name)) return;
    if (object === "Reference") {
      const message = `${name} beside $ref ignored, as OpenAPI says`;
      found.push(diagnose("ignored", written, pointer, message));
    } else if (object === "Schema" && version === "3.1") {
      const message = `${name} is no keyword of JSON Schema, so no value is held to it; correct its name, or remove it`;
      found.push(diagnose("unknown-keyword", written, pointer, message));
    } else {
      const message = `${name} is no field of ${article(object)} ${object} Object, so nothing reads it; correct its name, or begin it with x-`;
      found.push(diagnose("unknown-field", written, pointer, message, { severity: "warning" }));
    }
  });
  return found;
}

function article(object: Occurrence["object"]): string {
  return /^(XML|[AEIO])/.test(object) ? "an" : "a";
}
