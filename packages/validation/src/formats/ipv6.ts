import { isIpv4 } from "./ipv4.ts";

const EIGHT_GROUPS = /^(?:[\da-f]{1,4}:){7}[\da-f]{1,4}$/i;
const COMPRESSED = /^(?!(?::*[\da-f]+\b){8})(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?::(?:[\da-f]{1,4}(?::[\da-f]{1,4})*)?$/i;

/** A textual form of RFC 4291 section 2.2, without the zone of RFC 4007 and without brackets. */
export function isIpv6(text: string): boolean {
  const tail = text.slice(text.lastIndexOf(":") + 1);
  // An IPv4 address at the end stands for the last two groups.
  const groups = isIpv4(tail) ? `${text.slice(0, -tail.length)}0:0` : text;
  return EIGHT_GROUPS.test(groups) || COMPRESSED.test(groups);
}
