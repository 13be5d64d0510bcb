// Generated from openapi/summaries.yaml by `codegen generate`. Do not edit: change the document instead.
import type { Operation } from "@earmark/http";

/** Every operation of the document, by the name of the client's method. */
export declare const operations: {
  /** List calls, by their annotation if wanted. */
  readonly listCallSummaries: Operation & { readonly operationId: "ListCallSummaries" };
};
