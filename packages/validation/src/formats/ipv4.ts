const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** `dotted-quad` of RFC 2673 section 3.2. Without leading zeros (RFC 3986 section 3.2.2), which some readers take for octal. */
export function isIpv4(text: string): boolean {
  return IPV4.test(text);
}
