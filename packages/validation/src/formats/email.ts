import { isIpv4 } from "./ipv4.ts";
import { isIpv6 } from "./ipv6.ts";

const DOT_STRING = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const QUOTED_STRING = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/;
// Not `isHostname`: the grammar of mail knows nothing of A-labels.
const DOMAIN = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;
const ADDRESS_LITERAL = /^\[(ipv6:)?([\da-f:.]+)\]$/i;

/** `Mailbox` of RFC 5321 section 4.1.2; of the address literals of section 4.1.3 those of IPv4 and IPv6. */
export function isEmail(text: string): boolean {
  // Only the local part can hold another @.
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(at, 0));
  return (DOT_STRING.test(local) || QUOTED_STRING.test(local)) && isDomain(text.slice(at + 1));
}

function isDomain(text: string): boolean {
  const [, ipv6, address = ""] = ADDRESS_LITERAL.exec(text) ?? [];
  return DOMAIN.test(text) || (ipv6 === undefined ? isIpv4(address) : isIpv6(address));
}
