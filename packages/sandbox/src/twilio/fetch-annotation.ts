import type { operations } from "@earmark/annotation-types";
import type { HandlerOf } from "../api/handler.ts";
import { noAnnotation } from "./annotation-fields.ts";
import { presentAnnotation } from "./present-annotation.ts";

export const fetchAnnotation: HandlerOf<operations["FetchAnnotation"]> = async (call) => {
  call.calls.require(call);
  const fields = await call.store.read(call.accountSid, call.parameters.CallSid);
  return { status: 200, body: presentAnnotation(call, fields ?? noAnnotation) };
};
