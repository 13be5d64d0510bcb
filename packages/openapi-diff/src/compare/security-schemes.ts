import { isJsonObject, type Json, type JsonObject, pointerTo } from "@earmark/openapi";
import { canonical } from "../canonical.ts";
import { changed, code } from "../finding.ts";
import { child, type Place, placeAt, placeOf, type Side, type Sides } from "../place.ts";
import { compareDescriptions } from "../schema/annotations.ts";
import type { Comparison } from "../schema/pair.ts";
import { isSameWording } from "../schema/wording.ts";

/** Schemes that go by another name: what they ask for is the same. */
export function renamedSchemes(before: Side, after: Side): Map<string, string> {
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
      yield changed("security-scheme-renamed", place, { before: code(from), after: code(scheme.name) });
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
    yield changed("security-scheme-changed", child(after, keyword) ?? after, facts);
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
      yield changed(to === undefined ? "security-flow-removed" : "security-flow-added", to ?? after, {
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
