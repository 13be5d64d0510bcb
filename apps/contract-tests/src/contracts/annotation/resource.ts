import { schemas } from "@earmark/annotation-client/schemas";
import type { Resource } from "../../stateful/resource.ts";

const IDENTITY = ["account_sid", "call_sid", "url"];

/** What somebody can note, all of it `null`. */
const unset = Object.fromEntries(
  Object.keys(schemas.Annotation.properties ?? {})
    .filter((name) => !IDENTITY.includes(name))
    .map((name) => [name, null]),
);

/** The annotation of a call: all `null` until it is written, then whatever was written last, field by field. */
export const callAnnotation: Resource = {
  read: "fetchAnnotation",
  write: "updateAnnotation",
  blank: ({ accountSid, parameters, url }) => ({
    account_sid: accountSid,
    call_sid: parameters.CallSid,
    ...unset,
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
