import { isJsonObject, type Json, type JsonObject } from "@earmark/openapi";
import { changed, code } from "../finding.ts";
import { child, type Place, rootOf } from "../place.ts";
import type { Comparison } from "../schema/pair.ts";
import { renamedSchemes } from "./security-schemes.ts";

/** One way to authenticate: schemes that are all needed, each with its scopes. Empty for no credentials at all. */
type Requirement = ReadonlyMap<string, readonly string[]>;

/** Requirements of an operation, where it has its own; those of the whole document are compared once. */
export function* compareOperationSecurity(
  before: Place<JsonObject>,
  after: Place<JsonObject>,
  label: string,
): Comparison {
  const [oldRoot, root] = [rootOf(before.side), rootOf(after.side)];
  const [old, now] = [child(before, "security"), child(after, "security")];
  const isInherited = old === undefined && now === undefined;
  const [from, to] = [old ?? child(oldRoot, "security"), now ?? child(root, "security")];
  const renamed = renamedSchemes(before.side, after.side);
  yield* compareRequirements(
    requirementsOf(from, renamed),
    requirementsOf(to),
    to ?? (isInherited ? root : after),
    isInherited ? "the API" : label,
  );
}

function* compareRequirements(
  old: readonly Requirement[],
  now: readonly Requirement[],
  place: Place,
  subject: string,
): Comparison {
  const [wasOpen, isOpen] = [old, now].map((list) => list.some((requirement) => requirement.size === 0));
  const facts = { subject, before: describe(old), after: describe(now) };
  if (wasOpen && !isOpen) yield changed("security-added", place, facts);
  else if (!wasOpen && isOpen && now.length === 1) yield changed("security-removed", place, facts);
  else {
    yield* compareAlternatives(old, now, place, subject);
    yield* compareOrder(old, now, place, subject);
  }
}

function* compareAlternatives(
  old: readonly Requirement[],
  now: readonly Requirement[],
  place: Place,
  subject: string,
): Comparison {
  const withoutCover = old.filter((requirement) => !now.some((other) => satisfies(requirement, other)));
  for (const requirement of withoutCover) {
    const sameSchemes = now.find((other) => names(other) === names(requirement));
    const facts = { subject, before: describe([requirement]), after: describe([sameSchemes ?? requirement]) };
    yield changed(sameSchemes === undefined ? "security-alternative-removed" : "security-scope-added", place, facts);
  }
  for (const requirement of now) {
    if (old.some((other) => satisfies(other, requirement) && satisfies(requirement, other))) continue;
    const sameSchemes = old.find((other) => names(other) === names(requirement));
    const facts = { subject, before: describe([sameSchemes ?? requirement]), after: describe([requirement]) };
    if (sameSchemes === undefined) yield changed("security-alternative-added", place, facts);
    else if (satisfies(sameSchemes, requirement)) yield changed("security-scope-removed", place, facts);
  }
}

/** Clients use the first alternative that they have credentials for. */
function* compareOrder(
  old: readonly Requirement[],
  now: readonly Requirement[],
  place: Place,
  subject: string,
): Comparison {
  const kept = now.filter((requirement) => old.some((other) => names(other) === names(requirement)));
  const before = old.filter((requirement) => kept.some((other) => names(other) === names(requirement)));
  const index = kept.findIndex((requirement, at) => names(requirement) !== names(before[at] ?? new Map()));
  const [first, second] = [kept[index], before[index]];
  if (first !== undefined && second !== undefined)
    yield changed("security-reordered", place, { subject, before: describe([second]), after: describe([first]) });
}

/** Whether credentials that meet one requirement meet the other. */
function satisfies(credentials: Requirement, requirement: Requirement): boolean {
  return [...requirement].every(([name, scopes]) => {
    const held = credentials.get(name);
    return held !== undefined && scopes.every((scope) => held.includes(scope));
  });
}

function names(requirement: Requirement): string {
  return [...requirement.keys()].sort().join();
}

/** An absent or empty list asks for nothing. */
function requirementsOf(place: Place | undefined, renamed: ReadonlyMap<string, string> = new Map()): Requirement[] {
  const list = Array.isArray(place?.value) ? place.value.filter(isJsonObject) : [];
  const requirements = list.map(
    (requirement) =>
      new Map(Object.entries(requirement).map(([name, scopes]) => [renamed.get(name) ?? name, scopesOf(scopes)])),
  );
  return requirements.length === 0 ? [new Map()] : requirements;
}

function scopesOf(scopes: Json): string[] {
  return Array.isArray(scopes) ? scopes.map(String).sort() : [];
}

function describe(requirements: readonly Requirement[]): string {
  const texts = requirements.map((requirement) => {
    const schemes = [...requirement].map(([name, scopes]) =>
      scopes.length === 0 ? code(name) : `${code(name)} (${scopes.map(code).join(", ")})`,
    );
    return schemes.length === 0 ? "no credentials" : schemes.join(" with ");
  });
  return texts.join(" or ");
}
