import type { operations } from "@earmark/annotation-types";
import { noAnnotation } from "../annotation/annotation-fields.ts";
import { presentAnnotation } from "../annotation/present-annotation.ts";
import type { HandlerOf } from "./handler.ts";

export const fetchAnnotation: HandlerOf<operations["FetchAnnotation"]> = async (call) => {
  call.calls.require(call);
  const fields = await call.store.read(call.accountSid, call.parameters.CallSid);
  return { status: 200, body: presentAnnotation(call, fields ?? noAnnotation) };
};
