/** `AnsweredBy` → `answered-by`, `SIPCallId` → `sip-call-id`, `call_score` → `call-score`. */
export function optionName(property: string): string {
  return property
    .replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-")
    .replaceAll("_", "-")
    .toLowerCase();
}

/** `CallSid` → `CALL_SID`, what a parameter that is no option is called. */
export function placeholderName(parameter: string): string {
  return optionName(parameter).replaceAll("-", "_").toUpperCase();
}

/**
 * The values of an enum that help and messages offer, as one types them: `null` is `none`. Those called `unknown_…`
 * occur on the wire without being documented; they are accepted and not offered.
 */
export function documentedValues(values: readonly unknown[]): readonly string[] {
  const texts = values.map((value) => (value === null ? "none" : String(value)));
  return [...new Set(texts)].filter((text) => !text.startsWith("unknown_"));
}
