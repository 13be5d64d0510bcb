import { annotation } from "./annotation.ts";
import type { ServedDocument } from "./served-document.ts";
import { summaries } from "./summaries.ts";

/** Everything that is served, from one store. */
export const documents: readonly ServedDocument[] = [annotation, summaries];
