import type { Operation } from "@earmark/http";
import { operations } from "@earmark/summaries-client/operations";
import type { operations as types } from "@earmark/summaries-types";
import * as validators from "@earmark/summaries-validators/strict";
import type { HandlersOf } from "../api/handler.ts";
import type { ServedDocument } from "../api/served-api.ts";
import { fetchSummary } from "./fetch-summary.ts";
import { listCallSummaries } from "./summaries-api.ts";

const handlers: HandlersOf<typeof operations, types> = { listCallSummaries };

/** Where the `url` of a listed call leads. No document describes it: the provider says more there than in the list. */
const summary: Operation = {
  operationId: "FetchSummary",
  method: "GET",
  path: "/v1/Voice/{CallSid}/Summary",
  idempotent: true,
  parameters: [{ name: "CallSid", in: "path", required: true, schema: "CallSid" }],
  responses: { 200: { content: { "application/json": { schema: "CallSummary" } } } },
  security: operations.listCallSummaries.security,
};

export const summaries: ServedDocument = {
  operations: { ...operations, fetchSummary: summary },
  validators,
  handlers: { ...handlers, fetchSummary },
};
