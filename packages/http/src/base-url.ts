/**
 * Returns a check of URLs, which throws where credentials must not be sent: to any other origin, and to this one unless
 * it is encrypted, on this machine, or in `allowInsecure`.
 *
 * @param allowInsecure see {@link meansHost}.
 * @throws {TypeError} for an invalid pattern.
 */
export function guardOrigin(origin: string, allowInsecure: readonly string[] = []): (url: string) => void {
  const { protocol, hostname, origin: only } = new URL(origin);
  // What is sent to this machine needs no encryption.
  const patterns = ["localhost", "127.0.0.0/8", "[::1]", ...allowInsecure];
  // Tests all patterns, so that an invalid one is found wherever it stands.
  const isAllowed = patterns.map((pattern) => meansHost(pattern, hostname)).includes(true);
  return (url) => {
    const target = new URL(url).origin;
    if (target !== only || (protocol !== "https:" && !(protocol === "http:" && isAllowed))) {
      throw new TypeError(`No credentials for ${target}: not baseUrl, https:, localhost or a host in allowInsecure.`);
    }
  };
}

/**
 * Whether a pattern matches a host: `*.svc.cluster.local` names with one or more labels before that, `orders.internal`
 * that name, `10.0.0.0/8` addresses in that range. Names are not resolved.
 *
 * @throws {TypeError} for anything else, `*` included, which would send credentials everywhere.
 */
function meansHost(pattern: string, hostname: string): boolean {
  const host = hostname.replace(/\.$/, "");
  const [, wildcard, name, address, size = 0] =
    /^(?:(\*\.)?([\w-]+(?:\.[\w-]+)*|\[[\da-f:]+\])\.?|(\d+\.\d+\.\d+\.\d+)\/(3[0-2]|[12]?\d))$/i.exec(pattern) ?? [];
  const url = `http://${name ?? address ?? ""}`;
  if (URL.canParse(url)) {
    // Normalised as in the URL of a request, so that one address has one spelling.
    const { hostname: wanted } = new URL(url);
    if (name) return wildcard ? host.endsWith(`.${wanted}`) : host === wanted;
    return /^[\d.]+$/.test(host) && bitsOf(host).startsWith(bitsOf(wanted).slice(0, +size));
  }
  throw new TypeError(`allowInsecure has "${pattern}"; expected a host, "*.domain" or "10.0.0.0/8".`);
}

function bitsOf(address: string): string {
  return address.replace(/(\d+)\.?/g, (_, byte) => (256 + Number(byte)).toString(2).slice(1));
}

/** Checks `baseUrl`, or the server of the document. The message does not repeat it: it may contain a password. */
export function parseBaseUrl(given: string | undefined, documented: string): URL {
  const baseUrl = given ?? documented;
  if (/^https?:\/\/[^@?#{}]+$/i.test(baseUrl) && URL.canParse(baseUrl)) return new URL(baseUrl);
  const reason = given === undefined ? "; the document has no such server" : "";
  throw new TypeError(`baseUrl must be an http(s) URL, without user and query${reason}.`);
}
