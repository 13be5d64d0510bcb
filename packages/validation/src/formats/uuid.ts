const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** The textual form of RFC 4122 section 3, any version. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
