import type { Resource } from "../../stateful/resource.ts";

/** The annotation of a call: all `null` until it is written, then whatever was written last, field by field. */
export const callAnnotation: Resource = {
  read: "fetchAnnotation",
  write: "updateAnnotation",
  blank: ({ accountSid, parameters, url }) => ({
    account_sid: accountSid,
    call_sid: parameters.CallSid,
    answered_by: null,
    connectivity_issue: null,
    quality_issues: null,
    spam: null,
    call_score: null,
    comment: null,
    incident: null,
    url,
  }),
  parametersOf: ({ call_sid }) => ({ CallSid: call_sid }),
  bodyOf: ({ answered_by, connectivity_issue, quality_issues, spam, call_score, comment, incident }) => {
    const known = { AnsweredBy: answered_by, ConnectivityIssue: connectivity_issue, QualityIssues: quality_issues };
    const rest = { Spam: spam, Comment: comment, Incident: incident };
    const fields = Object.entries({ ...known, ...rest }).filter(([, value]) => value !== null && value !== undefined);
    // The one field that can be cleared.
    return { ...Object.fromEntries(fields), CallScore: call_score };
  },
  written: (state, body) => ({ ...state, ...Object.fromEntries(Object.entries(body).map(answered)) }),
};

/** A field as it is read: in snake case, and each item of a list once. */
function answered([name, value]: [string, unknown]): [string, unknown] {
  const field = name.replace(/(?<=.)[A-Z]/g, "_$&").toLowerCase();
  return [field, Array.isArray(value) ? [...new Set(value)] : value];
}
