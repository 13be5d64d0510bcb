import type { operations } from "@earmark/annotation-client/operations";
import type { operations as types } from "@earmark/annotation-types";
import { fetchAnnotation } from "./fetch-annotation.ts";
import type { HandlerOf } from "./handler.ts";
import { updateAnnotation } from "./update-annotation.ts";

type Handlers = { readonly [Name in keyof typeof operations]?: HandlerOf<Capitalize<Name> & keyof types> };

/** By the name of the operation in the table. An operation that is missing here answers 501. */
export const handlers: Handlers = { fetchAnnotation, updateAnnotation };
