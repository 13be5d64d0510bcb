import type { HandlerOf } from "../api/handler.ts";
import { presentSummary } from "./present-summary.ts";

/** Reads one call as the list of calls has it. */
export const fetchSummary: HandlerOf<{ parameters: { path: { CallSid: string } } }> = async (call) => {
  const record = call.calls.require(call);
  const annotation = await call.store.read(call.accountSid, call.parameters.CallSid);
  return { status: 200, body: presentSummary(record, annotation, call.url) };
};
