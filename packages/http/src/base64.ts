/** A string in base64, by way of UTF-8; of user and password, what Basic authentication sends (RFC 7617 section 2.1). */
export function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
