import {
  buildViews,
  type Credentials,
  componentRef,
  credentialsOf,
  erasedTemplate,
  isAtOrBelow,
  isBaseUrl,
  pascalCase,
} from "@earmark/openapi";
import { code, type Finding, foundInBoth, foundInOne } from "../findings/finding.ts";
import { child, type Place, placeAt, rootOf, type Side } from "../findings/place.ts";
import { RULES } from "../rules/index.ts";
import { type Known, nameOf } from "./names.ts";

/** What would be generated from a document. */
interface Generated {
  readonly side: Side;
  /** Exported names, each with the schema that it comes from. */
  readonly names: ReadonlyMap<string, Place>;
  /** What the request form of each schema that requests hold is called. */
  readonly forms: ReadonlyMap<string, string>;
  /** What names that are derived from operations begin with. */
  readonly prefixes: ReadonlySet<string>;
  /** What clients call by default. */
  readonly server: string | undefined;
}

/**
 * Names that packages export beside those of component schemas: inline schemas are named after their operation, and a
 * schema that looks different in requests has a form of its own there. Found in what would be generated, if anything is.
 */
export function* compareExports(before: Side, after: Side, known: Known): Generator<Finding, void, undefined> {
  if (!before.model.isGenerated || !after.model.isGenerated) return;
  const [old, now] = [generated(before), generated(after)];
  const forms = newForms(old, now);
  const components = new Set([...now.names.values()].map(({ pointer }) => pointer).filter(isComponent));
  for (const [name, place] of old.names) {
    const other = now.names.get(name)?.pointer;
    // A component that is generated under another name has given its own to another schema.
    const isTaken = other !== place.pointer && components.has(place.pointer);
    if (other === undefined ? !isExplained(name, place, now, known) : isTaken)
      yield foundInOne("export-removed", place, { name: code(name) });
  }
  for (const [name, place] of now.names)
    if (!old.names.has(name) && !forms.has(name) && !isExplained(name, place, old, known))
      yield foundInOne("export-added", place, { name: code(name) });
  for (const [form, name] of forms)
    yield foundInBoth("request-form-split", placeOf(after, componentRef(name)), { name: code(name), form: code(form) });
  yield* compareCredentials(before, after);
  const root = rootOf(after);
  const servers = child(root, "servers") ?? root;
  if (old.server !== undefined && now.server === undefined) yield foundInBoth("base-url-required", servers, {});
  if (old.server === undefined && now.server !== undefined)
    yield foundInBoth("base-url-optional", servers, { after: code(now.server) });
}

/** Request forms of their own that schemas have now and had not before, by their names. */
function newForms(old: Generated, now: Generated): Map<string, string> {
  const isNew = ([name, form]: readonly [string, string]): boolean => form !== name && old.forms.get(name) === name;
  return new Map([...now.forms].filter(isNew).map(([name, form]) => [form, name]));
}

function generated(side: Side): Generated {
  const { schemas, operations, skipped, servers, webhooks } = side.model;
  const views = buildViews(side.model);
  const pointers = new Map(
    schemas.flatMap(({ name, pointer }) => [
      [name, pointer],
      [views.requestName(name), pointer],
    ]),
  );
  const inRequests = schemas.filter((schema) => schema.inRequests);
  return {
    side,
    names: new Map(
      views.client.map(({ name, identifier }) => [identifier, placeOf(side, pointers.get(name) ?? "#")] as const),
    ),
    forms: new Map(inRequests.map(({ name }) => [name, views.requestName(name)])),
    // Those of callbacks begin with those of their operations.
    prefixes: new Set([...operations, ...skipped, ...webhooks].map(({ operationId }) => pascalCase(operationId))),
    server: servers.find(isBaseUrl),
  };
}

function placeOf(side: Side, pointer: string): Place {
  return placeAt(rootOf(side), pointer, null);
}

function isComponent(pointer: string): boolean {
  return pointer.startsWith(componentRef(""));
}

/** Whether the edit that brought or took a name has been found already. */
function isExplained(name: string, place: Place, other: Generated, { findings }: Known): boolean {
  if (isComponent(place.pointer)) return !other.side.schemaNames.has(nameOf(place));
  if (![...other.prefixes].some((prefix) => name.startsWith(prefix))) return true;
  return findings.some(
    (finding) => RULES[finding.rule].impact.surface !== "none" && isWithin(place.pointer, finding.place.pointer),
  );
}

/** Path parameters may have other names in the other document. */
function isWithin(pointer: string, around: string): boolean {
  return isAtOrBelow(erasedTemplate(pointer), erasedTemplate(around));
}

/** Options of the generated client for credentials: which there are follows from the schemes that operations use. */
function* compareCredentials(before: Side, after: Side): Generator<Finding, void, undefined> {
  const [old, now] = [credentialsOf(before.model), credentialsOf(after.model)];
  const facts = { before: textOf(old), after: textOf(now) };
  if (facts.before === facts.after) return;
  const root = rootOf(after);
  const place = child(root, "security") ?? root;
  yield foundInBoth(accepts(now, old) ? "credentials-added" : "credentials-changed", place, facts);
}

function textOf({ alternatives, areOptional }: Credentials): string {
  const texts = alternatives.map((names) => names.map(code).join(" and "));
  return texts.length === 0 ? "none" : `${areOptional ? "any of " : ""}${texts.join(" or ")}`;
}

/** Whether code that passes the old options compiles with the new ones. */
function accepts(now: Credentials, old: Credentials): boolean {
  if (now.areOptional) {
    const known = new Set(now.alternatives.flat());
    return old.alternatives.flat().every((name) => known.has(name));
  }
  if (old.areOptional || old.alternatives.length === 0) return false;
  const sets = new Set(now.alternatives.map((names) => [...names].sort().join()));
  return old.alternatives.every((names) => sets.has([...names].sort().join()));
}
