import { isIpv4 } from "./ipv4.ts";
import { isIpv6 } from "./ipv6.ts";

const ATOM = /^[\w!#$%&'*+/=?^`{|}~-]+$/;
const QUOTED_TEXT = /^[ !#-[\]-~]*$/;
const QUOTED_PAIR = /\\[ -~]/g;
// Not `isHostname`: the grammar of mail knows nothing of A-labels.
const SUB_DOMAIN = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;
const ADDRESS_LITERAL = /^\[(ipv6:)?([\da-f:.]+)\]$/i;

/** `Mailbox` of RFC 5321 section 4.1.2; of the address literals of section 4.1.3 those of IPv4 and IPv6. */
export function isEmail(text: string): boolean {
  // Only the local part can hold another @.
  const at = text.lastIndexOf("@");
  const local = text.slice(0, Math.max(at, 0));
  return (isDotString(local) || isQuotedString(local)) && isDomain(text.slice(at + 1));
}

function isDotString(text: string): boolean {
  return text.split(".").every((atom) => ATOM.test(atom));
}

function isQuotedString(text: string): boolean {
  return /^".*"$/.test(text) && QUOTED_TEXT.test(text.slice(1, -1).replace(QUOTED_PAIR, ""));
}

function isDomain(text: string): boolean {
  const [, ipv6, address = ""] = ADDRESS_LITERAL.exec(text) ?? [];
  return (
    text.split(".").every((label) => SUB_DOMAIN.test(label)) || (ipv6 === undefined ? isIpv4(address) : isIpv6(address))
  );
}
