import { DocumentError } from "../../../document/index.ts";
import { buildModel, buildViews, componentRef, type Model, pascalCase, type Views } from "../../../model/index.ts";
import { changed, code, type Finding, only } from "../finding.ts";
import { type Place, placeAt, rootOf, type Side } from "../place.ts";
import { RULES } from "../rules/index.ts";
import { type CredentialOptions, compareCredentials, credentialOptions } from "./credentials.ts";
import { type Known, nameOf } from "./names.ts";

/** What would be generated from a document. */
interface Generated {
  readonly side: Side;
  readonly model: Model;
  readonly views: Views;
  readonly options: CredentialOptions;
}

/**
 * Names that packages export beside those of component schemas: inline schemas are named after their operation, and a
 * schema that looks different in requests has a form of its own there. Found in what would be generated; nothing is,
 * where a document cannot be generated from.
 */
export function* compareExports(before: Side, after: Side, known: Known): Generator<Finding, void, undefined> {
  const [old, now] = [generated(before), generated(after)];
  if (old === undefined || now === undefined) return;
  const [oldNames, newNames] = [exportsOf(old), exportsOf(now)];
  for (const [name, place] of oldNames)
    if (!newNames.has(name) && !isExplained(name, place, now, known))
      yield only("export-removed", place, { name: code(name) });
  for (const [name, place] of newNames)
    if (!oldNames.has(name) && !isExplained(name, place, old, known))
      yield only("export-added", place, { name: code(name) });
  yield* compareCredentials(old.options, now.options, after);
  for (const { name, inRequests } of now.model.schemas) {
    const form = now.views.requestName(name);
    const was = old.model.schemas.find((schema) => schema.name === name);
    if (!inRequests || was?.inRequests !== true || form === name || old.views.requestName(name) === form) continue;
    yield changed("request-form-split", placeOf(now, componentRef(name)), { name: code(name), form: code(form) });
  }
}

function generated(side: Side): Generated | undefined {
  try {
    const model = buildModel(side.document);
    return { side, model, views: buildViews(model), options: credentialOptions(model) };
  } catch (error) {
    if (error instanceof DocumentError) return undefined;
    throw error;
  }
}

/** Exported names, each with the schema that it comes from. */
function exportsOf(side: Generated): Map<string, Place> {
  const { model, views } = side;
  const names = model.schemas.flatMap(({ name, pointer }) =>
    [name, views.requestName(name)].map((form) => [form, pointer] as const),
  );
  const pointers = new Map(names);
  return new Map(views.client.map(({ name, identifier }) => [identifier, placeOf(side, pointers.get(name) ?? "#")]));
}

function placeOf({ side }: Generated, pointer: string): Place {
  return placeAt(rootOf(side), pointer, null);
}

/** Whether the edit that brought or took a name has been found already. */
function isExplained(name: string, place: Place, other: Generated, { findings }: Known): boolean {
  if (place.pointer.startsWith(componentRef(""))) return !other.side.schemaNames.has(nameOf(place));
  const ids = new Set(other.model.operations.map(({ operationId }) => pascalCase(operationId)));
  if (![...ids].some((id) => name.startsWith(id))) return true;
  return findings.some(
    (finding) => RULES[finding.rule].impact.surface !== "none" && isWithin(place.pointer, finding.place.pointer),
  );
}

function isWithin(pointer: string, around: string): boolean {
  return pointer === around || pointer.startsWith(`${around}/`);
}
