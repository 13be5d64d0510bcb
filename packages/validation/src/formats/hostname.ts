import { isALabel } from "./a-label.ts";

const LABEL = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

/**
 * A host name of RFC 1123 section 2.1: labels of at most 63 letters, digits and hyphens, together at most 253 characters,
 * without a dot at the end. A label that begins with `xn--` must be an A-label of RFC 5890.
 */
export function isHostname(text: string): boolean {
  // The length first: nothing after it has to be quick.
  return (
    text.length <= 253 &&
    text.split(".").every((label) => LABEL.test(label) && (!/^xn--/i.test(label) || isALabel(label)))
  );
}
