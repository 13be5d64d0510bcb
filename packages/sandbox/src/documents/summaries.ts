import { operations } from "@earmark/summaries-client/operations";
import type { operations as types } from "@earmark/summaries-types";
import * as validators from "@earmark/summaries-validators/strict";
import type { HandlersOf } from "../handlers/handler.ts";
import { listCallSummaries } from "../handlers/list-call-summaries.ts";
import type { ServedDocument } from "./served-document.ts";

const handlers: HandlersOf<typeof operations, types> = { listCallSummaries };

export const summaries: ServedDocument = { operations, validators, handlers };
