/** Whether a document is fetched, and not a file. */
export function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/** Whether nothing on the way can replace what is fetched, since code is generated from it: TLS, or this machine. */
export function isSafeUrl(text: string): boolean {
  const { protocol, hostname } = URL.parse(text) ?? {};
  return (
    protocol === "https:" || (protocol === "http:" && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname ?? ""))
  );
}
