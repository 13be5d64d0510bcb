import { isJsonObject, type Json, type JsonObject, pointerTo } from "@earmark/openapi";
import { code, foundInBoth } from "../findings/finding.ts";
import { canonical, child, type Place, placeAt, placeOf, rootOf, type Side, type Sides } from "../findings/place.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import type { Comparison } from "../schema/pair.ts";
import { isSameWording } from "../schema/wording.ts";

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
  if (wasOpen && !isOpen) yield foundInBoth("security-added", place, facts);
  else if (!wasOpen && isOpen && now.length === 1) yield foundInBoth("security-removed", place, facts);
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
    yield foundInBoth(
      sameSchemes === undefined ? "security-alternative-removed" : "security-scope-added",
      place,
      facts,
    );
  }
  for (const requirement of now) {
    if (old.some((other) => satisfies(other, requirement) && satisfies(requirement, other))) continue;
    const sameSchemes = old.find((other) => names(other) === names(requirement));
    const facts = { subject, before: describe([sameSchemes ?? requirement]), after: describe([requirement]) };
    if (sameSchemes === undefined) yield foundInBoth("security-alternative-added", place, facts);
    else if (satisfies(sameSchemes, requirement)) yield foundInBoth("security-scope-removed", place, facts);
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
    yield foundInBoth("security-reordered", place, { subject, before: describe([second]), after: describe([first]) });
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

/** Schemes that go by another name: what they ask for is the same. */
function renamedSchemes(before: Side, after: Side): Map<string, string> {
  const [old, now] = [before.model.securitySchemes, after.model.securitySchemes];
  const without = (schemes: typeof old, others: typeof old): typeof old =>
    schemes.filter(({ name }) => !others.some((other) => other.name === name));
  const added = without(now, old);
  return new Map(
    without(old, now).flatMap(({ name, source }): [string, string][] => {
      const found = added.find((other) => isSameWording(source, other.source));
      return found === undefined ? [] : [[name, found.name]];
    }),
  );
}

/** Security schemes of both documents. */
export function* compareSecuritySchemes({ before, after }: Sides): Comparison {
  const old = new Map(before.model.securitySchemes.map((scheme) => [scheme.name, scheme]));
  const renamed = new Map([...renamedSchemes(before, after)].map(([from, to]) => [to, from]));
  for (const scheme of after.model.securitySchemes) {
    const [from, other] = [renamed.get(scheme.name), old.get(scheme.name)];
    const place = placeOf(after, scheme);
    if (from !== undefined)
      yield foundInBoth("security-scheme-renamed", place, { before: code(from), after: code(scheme.name) });
    if (other !== undefined) yield* compareScheme(code(scheme.name), placeOf(before, other), place);
  }
}

/** What has to be sent, and where. */
const KEYWORDS = ["type", "scheme", "in", "name"];
const URLS = ["authorizationUrl", "tokenUrl", "refreshUrl"];

function* compareScheme(name: string, before: Place<JsonObject>, after: Place<JsonObject>): Comparison {
  const differs = (keyword: string): boolean => sent(before.value, keyword) !== sent(after.value, keyword);
  // A scheme of another type has other keywords too, which is one edit.
  const keyword = KEYWORDS.find(differs);
  if (keyword !== undefined) {
    const facts = { name, keyword, before: text(before.value[keyword]), after: text(after.value[keyword]) };
    yield foundInBoth("security-scheme-changed", child(after, keyword) ?? after, facts);
  } else {
    yield* compareUrl(name, before, after, "openIdConnectUrl");
    yield* compareFlows(name, before, after);
  }
  const names = ["bearerFormat", "description"];
  yield* compareDescriptions(before.value, after.value, after, `security scheme ${name}`, names, ["x-credentials"]);
}

function* compareFlows(name: string, before: Place<JsonObject>, after: Place<JsonObject>): Comparison {
  const [old, now] = [flowsOf(before), flowsOf(after)];
  for (const flow of new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [old.get(flow), now.get(flow)];
    if (from !== undefined && to !== undefined) {
      for (const keyword of URLS) yield* compareUrl(name, from, to, keyword);
      yield* compareDescriptions(from.value, to.value, to, `flow ${code(flow)} of security scheme ${name}`, ["scopes"]);
    } else
      yield foundInBoth(to === undefined ? "security-flow-removed" : "security-flow-added", to ?? after, {
        name,
        flow: code(flow),
      });
  }
}

function flowsOf(scheme: Place<JsonObject>): Map<string, Place<JsonObject>> {
  const flows = Object.entries(isJsonObject(scheme.value.flows) ? scheme.value.flows : {});
  return new Map(
    flows.flatMap(([name, flow]) =>
      isJsonObject(flow) ? [[name, placeAt(scheme, pointerTo(scheme.pointer, "flows", name), flow)]] : [],
    ),
  );
}

function* compareUrl(name: string, before: Place<JsonObject>, after: Place<JsonObject>, keyword: string): Comparison {
  const [old, now] = [text(before.value[keyword]), text(after.value[keyword])];
  if (old !== now)
    yield foundInBoth("security-url-changed", child(after, keyword) ?? after, {
      name,
      keyword,
      before: old,
      after: now,
    });
}

/** Names of schemes and headers have no case (RFC 9110 sections 5.1 and 11.1). */
function sent(scheme: JsonObject, keyword: string): string {
  const said = text(scheme[keyword]);
  return keyword === "scheme" || (keyword === "name" && scheme.in === "header") ? said.toLowerCase() : said;
}

function text(value: Json | undefined): string {
  return value === undefined ? "nothing" : code(canonical(value));
}
