import type { ServedDocument } from "../api/served-api.ts";
import { annotation } from "./annotation.ts";
import { summaries } from "./summaries.ts";

/** Everything that is served, from one store. */
export const documents: readonly ServedDocument[] = [annotation, summaries];
