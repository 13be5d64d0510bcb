import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Document, WrittenDocument } from "../document/document.ts";
import { isExtension, type Occurrence, visitFields } from "../objects/walk.ts";
import { isUncheckedFormat, whyIdle } from "./idle-keywords.ts";

/** What stands in a document and says nothing: fields and keywords that there are not, or that have no effect there. */
export function checkFields({ written }: Document): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  visitFields(written.root, written.version, (occurrence) => {
    const diagnostic = unknownField(written, occurrence) ?? idleKeyword(written, occurrence);
    if (diagnostic !== undefined) found.push(diagnostic);
  });
  return found;
}

/**
 * What stands under a name that its object does not have, and that is no extension: nothing reads it. Beside a reference,
 * OpenAPI says so itself; JSON Schema allows unknown keywords, the Schema Objects of 2.0 and 3.0 do not.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#specification-extensions
 */
function unknownField(document: WrittenDocument, { pointer, object, name, field }: Occurrence): Diagnostic | undefined {
  if (field !== undefined || isExtension(name)) return undefined;
  if (object === "Reference")
    return diagnose("ignored", document, pointer, `${name} beside $ref ignored, as OpenAPI says`);
  if (object === "Schema" && document.version === "3.1") {
    const message = `${name} is no keyword of JSON Schema, so no value is held to it; correct its name, or remove it`;
    return diagnose("unknown-keyword", document, pointer, message);
  }
  const article = /^(XML|[AEIO])/.test(object) ? "an" : "a";
  const message = `${name} is no field of ${article} ${object} Object, so nothing reads it; correct its name, or begin it with x-`;
  return diagnose("unknown-field", document, pointer, message, { severity: "warning" });
}

function idleKeyword(
  document: WrittenDocument,
  { pointer, object, owner, name, isMember }: Occurrence,
): Diagnostic | undefined {
  if (object !== "Schema" || isMember) return undefined;
  const why = whyIdle(owner, name);
  if (why !== undefined) return diagnose("ignored", document, pointer, `${name} ${why}`, { severity: "warning" });
  if (name !== "format" || !isUncheckedFormat(owner)) return undefined;
  return diagnose("left-out", document, pointer, `format ${owner.format} left out: validators do not know it`);
}
