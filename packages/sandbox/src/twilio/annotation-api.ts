import type { operations } from "@earmark/annotation-types";
import type { HandlerOf } from "../api/handler.ts";
import type { AnnotationChanges } from "./annotation-fields.ts";
import { changesOf } from "./changes-of.ts";
import { presentAnnotation } from "./present-annotation.ts";

export const updateAnnotation: HandlerOf<operations["UpdateAnnotation"]> = async (call) => {
  call.calls.require(call);
  const changes = changesOf(call.body ?? {});
  const { quality_issues } = changes;
  const merged: AnnotationChanges = {
    ...changes,
    ...(quality_issues && { quality_issues: [...new Set(quality_issues)] }),
  };
  const fields = await call.store.merge(call.accountSid, call.parameters.CallSid, merged);
  return { status: 200, body: presentAnnotation(call, fields) };
};
