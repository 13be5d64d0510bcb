export const validUpdate: object = {
  AnsweredBy: "human",
  CallScore: 4,
  Comment: "Could not hear the end of the call",
  ConnectivityIssue: "no_connectivity_issue",
  Incident: "https://tickets.example.com/1234",
  QualityIssues: ["low_volume", "choppy_robotic", "latency"],
  Spam: false,
};

/** A slip in the middle: the score has only five values. */
export const invalidUpdate: object = { ...validUpdate, CallScore: 6 };
