import { below, itemsAt, type Site, valued } from "../coverage-item.ts";
import type { Cursor } from "../document/cursor.ts";
import type { DocumentedOperation, DocumentedScheme } from "../document/documented-operation.ts";
import { breach, merge, type Probe, reach } from "../schema/outcome.ts";
import type { RequestView } from "../wire/request-view.ts";

/** Every way of saying who asks, and saying nothing. */
export function securityProbe({ security, cursor }: DocumentedOperation, operation: Site): Probe<RequestView> {
  const site = below(operation, "security");
  const alternatives = security
    .filter((schemes) => schemes.length > 0)
    .map((schemes) => {
      const names = schemes.map(({ name }) => name).join(" and ");
      const item = itemsAt(site, schemes[0]?.cursor ?? cursor, "security", "security");
      const isThere = schemes.map((scheme) => credentialTest(scheme));
      return {
        item: item(`with=${valued(names)}`, `with ${names}`, `A request with the credentials of ${names}`),
        isMet: (request: RequestView) => isThere.every((test) => test(request)),
      };
    });
  const open = alternatives.length < security.length || security.length === 0;
  const item = itemsAt(site, cursor, "security", "security");
  const anonymous = item("without", "without credentials", "A request without credentials", { forbidden: !open });
  return {
    items: [...alternatives.map(({ item }) => item), anonymous],
    observe(request) {
      const met = alternatives.filter(({ isMet }) => isMet(request));
      if (met.length > 0) return merge(met.map(({ item }) => reach(item)));
      return open ? reach(anonymous) : breach(["security"], anonymous);
    },
  };
}

/** Whether a request has a credential of a scheme. Whether it is a right one is for the server to say. */
function credentialTest({ cursor }: DocumentedScheme): (request: RequestView) => boolean {
  const authorization = (pattern: RegExp) => (request: RequestView) =>
    pattern.test(request.headers.authorization ?? "");
  switch (cursor.text("type")) {
    case "http":
      return authorization(cursor.text("scheme")?.toLowerCase() === "basic" ? BASIC : anyOf(cursor));
    case "oauth2":
    case "openIdConnect":
      return authorization(/^bearer \S+$/i);
    case "apiKey":
      return apiKeyTest(cursor);
    default:
      throw cursor.problem(`is a security scheme of the type ${cursor.text("type")}, which cannot be measured yet`);
  }
}

/** Base64 of user, colon and password (RFC 7617 section 2), of which the alphabet is all that is looked at. */
const BASIC = /^basic (?:[a-z\d+/]{4})*(?:[a-z\d+/]{4}|[a-z\d+/]{3}=|[a-z\d+/]{2}==)$/i;

function anyOf(cursor: Cursor): RegExp {
  return new RegExp(`^${RegExp.escape(cursor.text("scheme") ?? "")} \\S+`, "i");
}

function apiKeyTest(cursor: Cursor): (request: RequestView) => boolean {
  const name = cursor.text("name") ?? "";
  const isThere = (pairs: RequestView["query"]): boolean => pairs.some(([key, value]) => key === name && value !== "");
  switch (cursor.text("in")) {
    case "query":
      return ({ query }) => isThere(query);
    case "cookie":
      return ({ cookies }) => isThere(cookies);
    default:
      return ({ headers }) => (headers[name.toLowerCase()] ?? "") !== "";
  }
}
