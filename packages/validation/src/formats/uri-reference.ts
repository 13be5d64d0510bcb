import { isIpv6 } from "./ipv6.ts";

// Appendix B. It never fails: each component is then held to its own grammar.
const COMPONENTS = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;
const SCHEME = /^[a-z][a-z\d+.-]*$/i;
const USER_INFORMATION = /^[\w.~!$&'()*+,;=:%-]*$/;
const HOST_AND_PORT = /^(?:\[(?:([\da-f:.]+)|v[\da-f]+\.[\w.~!$&'()*+,;=:-]+)\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?$/i;
const PATH = /^[\w.~!$&'()*+,;=:@/%-]*$/;
const QUERY_OR_FRAGMENT = /^[\w.~!$&'()*+,;=:@/?%-]*$/;
const INCOMPLETE_ENCODING = /%(?![\da-f]{2})/i;

/** `URI-reference` of RFC 3986 section 4.1: a URI or a relative reference. */
export function isUriReference(text: string): boolean {
  const [, scheme, authority, path = "", query = "", fragment = ""] = COMPONENTS.exec(text) ?? [];
  return (
    !INCOMPLETE_ENCODING.test(text) &&
    // Without a scheme, a colon in the first segment would be the end of one (section 4.2).
    (scheme === undefined ? authority !== undefined || !path.startsWith(":") : SCHEME.test(scheme)) &&
    (authority === undefined || isAuthority(authority)) &&
    PATH.test(path) &&
    QUERY_OR_FRAGMENT.test(query) &&
    QUERY_OR_FRAGMENT.test(fragment)
  );
}

/** `authority` of RFC 3986 section 3.2. */
function isAuthority(text: string): boolean {
  const at = text.lastIndexOf("@");
  const match = HOST_AND_PORT.exec(text.slice(at + 1));
  if (match === null || !USER_INFORMATION.test(text.slice(0, Math.max(at, 0)))) return false;
  return match[1] === undefined || isIpv6(match[1]);
}
