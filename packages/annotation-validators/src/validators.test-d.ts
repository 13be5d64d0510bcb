// Checked by `tsc`: every `@ts-expect-error` must be one.
import type * as types from "@earmark/annotation-types";
import type * as strictTypes from "@earmark/annotation-types/strict";
import { Annotation, AnsweredBy, UpdateAnnotationRequest } from "./generated/validators.gen.js";
import * as strict from "./generated/validators.strict.gen.js";

/** True when the types are the same, not only assignable to each other. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_proof: Same<A, B>): void {}

declare const unknownValue: unknown;

// Each validator is declared over the generated type, under one name.
const parsed: types.Annotation = Annotation.parse(unknownValue);
same<Annotation, types.Annotation>(true);
same<UpdateAnnotationRequest, types.UpdateAnnotationRequest>(true);
if (UpdateAnnotationRequest.is(unknownValue)) same<typeof unknownValue, types.UpdateAnnotationRequest>(true);
const result = Annotation.safeParse(unknownValue);
if (result.ok) same<typeof result.value, types.Annotation>(true);
// @ts-expect-error issues exist on failure only
if (result.ok) result.issues;

// An open enumeration takes any text, completes the known ones, and narrows by `isKnown` to those that the document lists.
const open: types.AnsweredBy = "ai_agent";
// @ts-expect-error but it is text
const notText: types.AnsweredBy = 5;
const answeredBy = parsed.answered_by;
if (AnsweredBy.isKnown(answeredBy)) {
  same<typeof answeredBy, types.AnsweredByInput>(true);
  const human: typeof answeredBy = "human";
  // @ts-expect-error no other text is left
  const other: typeof answeredBy = "ai_agent";
  void [human, other];
}
same<(typeof AnsweredBy.values)[number], types.AnsweredByInput>(true);

// Requests and the server's view are closed.
// @ts-expect-error not one of the values
const closed: types.AnsweredByInput = "ai_agent";
same<strict.AnsweredBy, types.AnsweredByInput>(true);
same<strict.Annotation, strictTypes.Annotation>(true);
// @ts-expect-error the server's view has one form of each schema
strict.AnsweredByInput;

export { closed, notText, open };
