// Checked by `tsc`: every `@ts-expect-error` must be one.
import type * as types from "@earmark/summaries-types";
import { CallState, CallSummary, CallSummaryPage } from "./generated/validators.gen.js";

declare const unknownValue: unknown;

// Each validator is declared over the generated type, under one name.
const page: types.CallSummaryPage = CallSummaryPage.parse(unknownValue);
const summary: types.CallSummary = CallSummary.parse(unknownValue);

// The provider may add values; `isKnown` narrows to those that the document has.
const state = summary.call_state;
const known: types.CallStateInput = CallState.isKnown(state) ? state : "busy";
// @ts-expect-error it may be any text
const closed: types.CallStateInput = state ?? "busy";

export { closed, known, page };
