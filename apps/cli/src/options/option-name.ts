/** `AnsweredBy` → `answered-by`, `SIPCallId` → `sip-call-id`, `call_score` → `call-score`. */
export function optionName(property: string): string {
  return property
    .replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-")
    .replaceAll("_", "-")
    .toLowerCase();
}

/** `CallSid` → `CALL_SID`, the placeholder of a positional argument. */
export function placeholderName(parameter: string): string {
  return optionName(parameter).replaceAll("-", "_").toUpperCase();
}

/**
 * The values of an enum that help and messages offer, as they are typed: `null` is `none`. Values named `unknown_…`
 * occur on the wire but are not documented: they are accepted, not offered.
 */
export function documentedValues(values: readonly unknown[]): readonly string[] {
  const names = values.map((value) => (value === null ? "none" : String(value)));
  return [...new Set(names)].filter((name) => !name.startsWith("unknown_"));
}
