/**
 * The values of an enum that help and messages offer, as one types them: `null` is `none`. Those called `unknown_…`
 * occur on the wire without being documented; they are accepted and not offered.
 */
export function documentedValues(values: readonly unknown[]): readonly string[] {
  const texts = values.map((value) => (value === null ? "none" : String(value)));
  return [...new Set(texts)].filter((text) => !text.startsWith("unknown_"));
}
