import { type AnnotationClient, createAnnotationClient } from "@earmark/annotation-client";
import type { ClientOptions } from "@earmark/http";
import { credentials } from "../document/credentials.ts";
import type { MethodName } from "../document/operations.ts";

/** The generated client, without patience: whatever a target says the first time counts. */
export function contractClient(options: ClientOptions): AnnotationClient {
  return createAnnotationClient({ ...credentials, retry: false, responseValidation: "throw", ...options });
}

/** Calls a method with arguments that were read from the document, right or wrong. */
export function call(client: AnnotationClient, method: MethodName, args: readonly unknown[]): Promise<unknown> {
  // No type can follow a method and arguments that are known at run time only.
  const untyped = client[method] as (...args: readonly unknown[]) => Promise<unknown>;
  return untyped(...args);
}
