import type { operations } from "@earmark/annotation-types";
import type { AnnotationFields } from "../annotation/annotation-fields.ts";
import { presentAnnotation } from "../annotation/present-annotation.ts";
import type { HandlerOf } from "./handler.ts";

/** Every field must be listed, so that one that the document gains is not forgotten here. */
type EveryField = { readonly [Name in keyof AnnotationFields]: AnnotationFields[Name] | undefined };

export const updateAnnotation: HandlerOf<operations["UpdateAnnotation"]> = async (call) => {
  call.calls.require(call);
  const { AnsweredBy, ConnectivityIssue, QualityIssues, Spam, CallScore, Comment, Incident } = call.body ?? {};
  const changes: EveryField = {
    answered_by: AnsweredBy,
    connectivity_issue: ConnectivityIssue,
    quality_issues: QualityIssues && [...new Set(QualityIssues)],
    spam: Spam,
    call_score: CallScore,
    comment: Comment,
    incident: Incident,
  };
  const fields = await call.store.merge(call.accountSid, call.parameters.CallSid, changes);
  return { status: 200, body: presentAnnotation(call, fields) };
};
