/** Closed enumerations of requests, for peers whose schemas are written by hand. */
export const ANSWERED_BY = ["unknown_answered_by", "human", "machine"] as const;

export const CONNECTIVITY_ISSUE = [
  "unknown_connectivity_issue",
  "no_connectivity_issue",
  "invalid_number",
  "caller_id",
  "dropped_call",
  "number_reachability",
] as const;

export const QUALITY_ISSUE = [
  "unknown_quality_issue",
  "no_quality_issue",
  "low_volume",
  "choppy_robotic",
  "echo",
  "dtmf",
  "latency",
  "owa",
  "static_noise",
] as const;

/** The rule between the items of `QualityIssues`. */
export function isConsistent(issues: readonly string[]): boolean {
  return issues.length <= 1 || !issues.includes("no_quality_issue");
}

/** `maxLength`, which counts code points, for peers that count UTF-16 units: of these there are never fewer. */
export function isAtMost(text: string, limit: number): boolean {
  return text.length <= limit || [...text].length <= limit;
}

/**
 * `format: uri` for peers that mean by URL what browsers accept, blanks included: a scheme, then the
 * characters of RFC 3986, percent-encoding complete. The whole grammar would be several patterns.
 */
export const URI: RegExp = /^[a-z][a-z\d+.-]*:([\w.~:/?#[\]@!$&'()*+,;=-]|%[\da-f]{2})*$/i;
