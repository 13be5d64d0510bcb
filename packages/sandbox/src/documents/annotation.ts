import { operations } from "@earmark/annotation-client/operations";
import type { operations as types } from "@earmark/annotation-types";
import * as validators from "@earmark/annotation-validators/strict";
import { fetchAnnotation } from "../handlers/fetch-annotation.ts";
import type { HandlersOf } from "../handlers/handler.ts";
import { updateAnnotation } from "../handlers/update-annotation.ts";
import type { ServedDocument } from "./served-document.ts";

const handlers: HandlersOf<typeof operations, types> = { fetchAnnotation, updateAnnotation };

export const annotation: ServedDocument = { operations, validators, handlers };
