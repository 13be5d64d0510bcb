import { type Diagnostic, diagnose, inOrder } from "../diagnostics/diagnostic.ts";
import type { RuleId } from "../diagnostics/rules.ts";
import type { Document } from "../document/document.ts";
import type { Files } from "../document/files.ts";
import type { Reading } from "../document/read.ts";
import { resolve } from "../document/resolve.ts";
import { isJsonObject } from "../json/json.ts";
import { pointerSegments, valueAt } from "../json/json-pointer.ts";
import { buildModel } from "../model/build-model.ts";
import type { Model } from "../model/model.ts";
import { readOverlaid } from "../overlay/overlaid.ts";
import { buildViews, type Views } from "../views/views.ts";
import { checkModel } from "./checks.ts";
import { checkFields } from "./fields.ts";
import { withoutIgnored } from "./ignores.ts";

/** A document as it is generated from, and everything that reading, building and the checks say of it. */
export interface Examined {
  readonly model: Model;
  readonly views: Views;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param known What reading the document has said. */
export async function examineDocument(document: Document, known: readonly Diagnostic[] = []): Promise<Examined> {
  const { model, diagnostics } = buildModel(document);
  const views = buildViews(model);
  const found = [...diagnostics, ...views.diagnostics, ...checkFields(document), ...(await checkModel(model))];
  // What reading has said about references, the model says again where it follows them.
  const isBroken = known.some(({ severity }) => severity === "error");
  const others = found.filter(({ rule }) => !isBroken || !/^(reference|circular-schema)$/.test(rule));
  // The model says what comes of it, too.
  const said = new Set(others.filter(({ rule }) => rule === "reference").map(keyOf));
  const read = known.filter((one) => one.rule !== "reference" || !said.has(keyOf(one)));
  return { model, views, diagnostics: [...read, ...others] };
}

/**
 * Everything that there is to say about a document: what generating from it says, and what Redocly finds. In the order of
 * files, lines and columns.
 *
 * @param overlays Paths of OpenAPI Overlays, which are applied to it first.
 */
export async function lintDocument(path: string, overlays: readonly string[] = []): Promise<Reading> {
  const { document, files, diagnostics } = await readOverlaid(path, overlays);
  if (document === undefined || files === undefined) return { document: undefined, diagnostics: inOrder(diagnostics) };
  const isBroken = diagnostics.some(({ severity }) => severity === "error");
  const { model, diagnostics: examined } = await examineDocument(document, diagnostics);
  // Loaded here, as Redocly is: nothing else needs it.
  const { wrongExamples } = await import("./examples.ts");
  const others: Diagnostic[] = [...wrongExamples(model)];
  const known = new Set(examined.map(keyOf));
  const errors = new Set<string>();
  for (const one of await lintText(path, document, isBroken, files)) {
    const key = keyOf(one);
    if (!known.has(key) && !(one.rule === UNRESOLVED && leadsSomewhere(one, document))) others.push(one);
    else if (one.severity === "error") errors.add(key);
  }
  // What costs only itself when something is generated is still wrong.
  const isError = (one: Diagnostic): boolean =>
    one.severity === "warning" &&
    one.rule !== "unknown-keyword" &&
    (ALWAYS_WRONG.has(one.rule) || errors.has(keyOf(one)));
  const own = examined.map((one): Diagnostic => (isError(one) ? { ...one, severity: "error" } : one));
  const { diagnostics: kept, unused } = await withoutIgnored([...own, ...others], document);
  return { document, diagnostics: inOrder([...kept, ...unused]) };
}

/** What the specification forbids wherever it stands. */
const ALWAYS_WRONG: ReadonlySet<string> = new Set<RuleId>([
  "path-parameters-defined",
  "security",
  "structure",
  "unknown-field",
]);

/** Redocly's rule about references; it stops at the object of a reference, and we at its `$ref`. */
const UNRESOLVED = "no-unresolved-refs";

/** Rules of Redocly's that are about the same as ours. */
const SAME: Readonly<Partial<Record<string, RuleId>>> = { [UNRESOLVED]: "reference", struct: "structure" };
/** Of what they say of a place, once is enough. */
const ONCE: ReadonlySet<string> = new Set<RuleId>(["path-parameters-defined", "reference", "security", "structure"]);

/** The same for diagnostics that say the same of one place. */
function keyOf({ rule, file, pointer, message }: Diagnostic): string {
  const isUnknown = UNKNOWN.has(rule) || (/^(struct|spec-ref-siblings)$/.test(rule) && UNEXPECTED.test(message));
  const about = isUnknown ? UNEXPECTED.source : (SAME[rule] ?? rule);
  const at = about === "reference" ? pointer.replace(/\/\$ref$/, "") : pointer;
  return JSON.stringify(isUnknown || ONCE.has(about) ? [file, at, about] : [file, at, about, message]);
}

/** Our rules about what an object does not have, and Redocly's words for it. */
const UNKNOWN: ReadonlySet<string> = new Set<RuleId>(["ignored", "unknown-field", "unknown-keyword"]);
const UNEXPECTED = /^Property `.*` is not expected here/;

async function lintText(
  path: string,
  document: Document,
  isBroken: boolean,
  files: Files,
): Promise<readonly Diagnostic[]> {
  const { openapi: version } = document.root;
  if (typeof version !== "string") {
    const message = `expected a string such as "3.1.0", received the number ${version}; put it in quotation marks`;
    return [diagnose("version", document, "#/openapi", message)];
  }
  // Loaded here because nothing else needs it, and it takes longer than to generate a small document.
  const { lintWithRedocly } = await import("./redocly.ts");
  return lintWithRedocly(path, document.written.version, files).catch((reason: unknown) => {
    // At a cycle of references it gives up without saying where; what reads documents does.
    if (isBroken) return [];
    return [diagnose("struct", document, "#", reason instanceof Error ? reason.message : String(reason))];
  });
}

/** Whether a reference that Redocly cannot follow leads somewhere: of a document in one file, reading knows. */
function leadsSomewhere({ pointer }: Diagnostic, { parts, written: { root } }: Document): boolean {
  const value = valueAt(root, pointerSegments(pointer));
  const ref = isJsonObject(value) ? value.$ref : value;
  return parts.length === 0 && typeof ref === "string" && resolve(ref, () => pointer, root) !== undefined;
}
