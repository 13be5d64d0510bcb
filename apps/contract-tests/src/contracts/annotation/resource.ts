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
  written: (state, body) => ({ ...state, ...Object.fromEntries(Object.entries(body).map(answered)) }),
};

/** A field as it is read: in snake case, and each item of a list once. */
function answered([name, value]: [string, unknown]): [string, unknown] {
  const field = name.replace(/(?<=.)[A-Z]/g, "_$&").toLowerCase();
  return [field, Array.isArray(value) ? [...new Set(value)] : value];
}
