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
