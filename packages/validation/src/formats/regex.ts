/** A pattern of ECMA-262 section 22.2.1 with Unicode semantics, as JSON Schema Core section 6.4 recommends; never run. */
export function isRegex(text: string): boolean {
  try {
    new RegExp(text, "u");
    return true;
  } catch {
    return false;
  }
}
