import type { Json, JsonObject } from "@earmark/openapi";
import { canonical } from "../canonical.ts";
import { changed, code } from "../finding.ts";
import { child, membersAt, objectAt, type Place, resolve, rootOf, type Side } from "../place.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import { isSameWording } from "../schema/canonical-schema.ts";
import type { Comparison } from "../schema/pair.ts";

/** Schemes that go by another name: what they ask for is the same. */
export function renamedSchemes(before: Side, after: Side): Map<string, string> {
  const [old, now] = [schemesOf(before), schemesOf(after)];
  const removed = [...old].filter(([name]) => !now.has(name));
  const added = [...now].filter(([name]) => !old.has(name));
  return new Map(
    removed.flatMap(([name, scheme]): [string, string][] => {
      const found = added.find(([, other]) => isSameWording(resolve(scheme)?.value, resolve(other)?.value));
      return found === undefined ? [] : [[name, found[0]]];
    }),
  );
}

function schemesOf(side: Side): Map<string, Place> {
  return membersAt(objectAt(rootOf(side), "components"), "securitySchemes");
}

/** Security schemes of both documents. */
export function* compareSecuritySchemes(before: Side, after: Side): Comparison {
  const [old, now] = [schemesOf(before), schemesOf(after)];
  for (const [from, to] of renamedSchemes(before, after)) {
    const place = now.get(to);
    if (place !== undefined) yield changed("security-scheme-renamed", place, { before: code(from), after: code(to) });
  }
  for (const [name, member] of now) {
    const [from, to] = [resolve(old.get(name)), resolve(member)];
    if (from !== undefined && to !== undefined) yield* compareScheme(code(name), from, to);
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
    yield changed("security-scheme-changed", child(after, keyword) ?? after, facts);
  } else {
    yield* compareUrl(name, before, after, "openIdConnectUrl");
    yield* compareFlows(name, before, after);
  }
  const names = ["bearerFormat", "description"];
  yield* compareDescriptions(before.value, after.value, after, `security scheme ${name}`, names, ["x-credentials"]);
}

function* compareFlows(name: string, before: Place<JsonObject>, after: Place<JsonObject>): Comparison {
  const [old, now] = [membersAt(before, "flows"), membersAt(after, "flows")];
  for (const flow of new Set([...old.keys(), ...now.keys()])) {
    const [from, to] = [resolve(old.get(flow)), resolve(now.get(flow))];
    if (from !== undefined && to !== undefined) {
      for (const keyword of URLS) yield* compareUrl(name, from, to, keyword);
      yield* compareDescriptions(from.value, to.value, to, `flow ${code(flow)} of security scheme ${name}`, ["scopes"]);
    } else
      yield changed(to === undefined ? "security-flow-removed" : "security-flow-added", to ?? after, {
        name,
        flow: code(flow),
      });
  }
}

function* compareUrl(name: string, before: Place<JsonObject>, after: Place<JsonObject>, keyword: string): Comparison {
  const [old, now] = [text(before.value[keyword]), text(after.value[keyword])];
  if (old !== now)
    yield changed("security-url-changed", child(after, keyword) ?? after, { name, keyword, before: old, after: now });
}

/** Names of schemes and headers have no case (RFC 9110 sections 5.1 and 11.1). */
function sent(scheme: JsonObject, keyword: string): string {
  const said = text(scheme[keyword]);
  return keyword === "scheme" || (keyword === "name" && scheme.in === "header") ? said.toLowerCase() : said;
}

function text(value: Json | undefined): string {
  return value === undefined ? "nothing" : code(canonical(value));
}
