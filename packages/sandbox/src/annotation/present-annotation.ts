import type { Annotation } from "@earmark/annotation-types/strict";
import type { AnnotationFields } from "./annotation-fields.ts";

/** What identifies an annotation to whoever asked for it. */
export interface AnnotationIdentity {
  readonly accountSid: string;
  readonly url: string;
  readonly parameters: { readonly CallSid: string };
}

/** The annotation as it is answered, in the order of the provider's documentation. */
export function presentAnnotation(
  { accountSid, url, parameters }: AnnotationIdentity,
  fields: AnnotationFields,
): Annotation {
  return {
    account_sid: accountSid,
    call_sid: parameters.CallSid,
    answered_by: fields.answered_by,
    connectivity_issue: fields.connectivity_issue,
    quality_issues: fields.quality_issues,
    spam: fields.spam,
    call_score: fields.call_score,
    comment: fields.comment,
    incident: fields.incident,
    url,
  };
}
