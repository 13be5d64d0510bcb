import type { Annotation } from "@earmark/annotation-types/strict";
import { type AnnotationFields, noAnnotation } from "./annotation-fields.ts";

/** What identifies an annotation to whoever asked for it. */
export interface AnnotationIdentity {
  readonly accountSid: string;
  readonly url: string;
  readonly parameters: { readonly CallSid: string };
}

/** The annotation as it is answered. What was stored before the document gained a field does not have it. */
export function presentAnnotation(
  { accountSid, url, parameters }: AnnotationIdentity,
  fields: AnnotationFields,
): Annotation {
  return { account_sid: accountSid, call_sid: parameters.CallSid, ...noAnnotation, ...fields, url };
}
