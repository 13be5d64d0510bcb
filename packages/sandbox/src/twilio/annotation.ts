import { operations } from "@earmark/annotation-client/operations";
import type { operations as types } from "@earmark/annotation-types";
import * as validators from "@earmark/annotation-validators/strict";
import type { HandlersOf } from "../api/handler.ts";
import type { ServedDocument } from "../api/served-api.ts";
import { updateAnnotation } from "./annotation-api.ts";
import { fetchAnnotation } from "./fetch-annotation.ts";

const handlers: HandlersOf<typeof operations, types> = { fetchAnnotation, updateAnnotation };

export const annotation: ServedDocument = { operations, validators, handlers };
