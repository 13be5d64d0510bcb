// Generated from openapi/annotation.yaml by `codegen generate`. Do not edit: change the document instead.
import type { Operation } from "@earmark/http";

/** Every operation of the document, by the name of the client's method. */
export declare const operations: {
  /** Read what was noted about a call. */
  readonly fetchAnnotation: Operation & { readonly operationId: "FetchAnnotation" };
  /** Note something about a call. */
  readonly updateAnnotation: Operation & { readonly operationId: "UpdateAnnotation" };
};
