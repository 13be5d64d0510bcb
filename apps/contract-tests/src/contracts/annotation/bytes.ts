/** Written by hand: what the codec makes of an example must not be what it is compared with. */
export const bytes: Readonly<Record<string, string>> = {
  "updateAnnotation everything":
    "AnsweredBy=human&ConnectivityIssue=invalid_number&QualityIssues=low_volume%2Cchoppy_robotic&Spam=true&CallScore=2&Comment=this+is+a+call&Incident=https%3A%2F%2Ftwilio.zendesk.com%2Fsupport%2Ftickets%2F17353089",
  "updateAnnotation clearScore": "CallScore=",
};
