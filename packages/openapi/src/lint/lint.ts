import { type Diagnostic, diagnose, inOrder } from "../diagnostics/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { type Reading, readDocument } from "../document/read.ts";
import { resolve } from "../document/resolve.ts";
import { isJsonObject, type Json } from "../json/json.ts";
import { pointerSegments } from "../json/json-pointer.ts";
import { buildModel } from "../model/build-model.ts";
import { buildViews } from "../views/views.ts";
import { checkModel } from "./checks.ts";

/**
 * Everything that there is to say about a document: what generating from it says, and what Redocly finds. In the order of
 * files, lines and columns.
 */
export async function lintDocument(path: string): Promise<Reading> {
  const { document, diagnostics } = await readDocument(path);
  if (document === undefined) return { document, diagnostics };
  const isBroken = diagnostics.some(({ severity }) => severity === "error");
  // What reading has said about references, the model says again where it follows them.
  const ofModel = (await lintModel(document)).filter(
    ({ rule }) => !isBroken || !/^(reference|circular-schema)$/.test(rule),
  );
  const known = new Set(diagnostics.map(({ file, pointer }) => `${file}${pointer}`));
  const others = (await lintText(path, document, isBroken)).filter(
    (one) =>
      one.rule !== "no-unresolved-refs" || !(known.has(`${one.file}${one.pointer}`) || leadsSomewhere(one, document)),
  );
  return { document, diagnostics: inOrder([...diagnostics, ...ofModel, ...others]) };
}

async function lintModel(document: Document): Promise<readonly Diagnostic[]> {
  const { model, diagnostics } = buildModel(document);
  return [...diagnostics, ...buildViews(model).diagnostics, ...(await checkModel(model))];
}

async function lintText(path: string, document: Document, isBroken: boolean): Promise<readonly Diagnostic[]> {
  const { openapi: version } = document.root;
  if (typeof version !== "string") {
    const message = `expected a string such as "3.1.0", received the number ${version}; put it in quotation marks`;
    return [diagnose("version", document, "#/openapi", message)];
  }
  // Loaded here because nothing else needs it, and it takes longer than to generate a small document.
  const { lintWithRedocly } = await import("./redocly.ts");
  return lintWithRedocly(path).catch((reason: unknown) => {
    // At a cycle of references it gives up without saying where; what reads documents does.
    if (isBroken) return [];
    return [diagnose("struct", document, "#", reason instanceof Error ? reason.message : String(reason))];
  });
}

/** Whether a reference that Redocly cannot follow leads somewhere: it knows JSON Pointers only. */
function leadsSomewhere({ file, pointer }: Diagnostic, { file: root, parts, root: value }: Document): boolean {
  if (parts.length > 0 || file !== root) return false;
  let ref: Json | undefined = value;
  for (const segment of pointerSegments(pointer))
    ref = isJsonObject(ref) || Array.isArray(ref) ? Reflect.get(ref, segment) : undefined;
  return typeof ref === "string" && resolve(ref, () => pointer.replace(/\/\$ref$/, ""), value) !== undefined;
}
