/** All there is to say about a call. */
export const validAnnotation: object = {
  account_sid: "ACdeadbeefdeadbeefdeadbeefdeadbeef",
  answered_by: "human",
  call_score: 4,
  call_sid: "CA0123456789abcdef0123456789abcdef",
  comment: "Could not hear the end of the call",
  connectivity_issue: "no_connectivity_issue",
  incident: "https://tickets.example.com/1234",
  quality_issues: ["low_volume", "choppy_robotic", "latency"],
  spam: false,
  url: "https://insights.twilio.com/v1/Voice/CA0123456789abcdef0123456789abcdef/Annotation",
};

/** Wrong in five places, the first of them in the middle. */
export const invalidAnnotation: object = {
  ...validAnnotation,
  call_score: "4",
  call_sid: "CA0123456789abcdef",
  quality_issues: ["low_volume", 7],
  spam: "no",
  url: "not a URL",
};

export const INVALID_PLACES: readonly string[] = ["call_score", "call_sid", "quality_issues/1", "spam", "url"];
