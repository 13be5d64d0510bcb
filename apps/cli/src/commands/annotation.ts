import type { Annotation, AnnotationClient } from "@earmark/annotation-client";
import type { Operation } from "@earmark/http";
import type { ExitCode } from "../errors/exit-code.ts";
import { render } from "../output/render.ts";
import type { Invocation, Positional } from "./command.ts";

/** The call that `get` and `update` are about. */
export const callSidPositional: Positional = {
  placeholder: "CALL_SID",
  help: "SID of the call: CA and 32 hexadecimal digits.",
};

/** Prints the annotation that an operation returns. */
export async function printAnnotation(
  invocation: Invocation,
  operation: Operation,
  request: (client: AnnotationClient, options: { readonly signal: AbortSignal }) => Promise<Annotation>,
): Promise<ExitCode> {
  const { settings, context } = invocation;
  // Loaded late: help and usage errors need no client.
  const [{ createAnnotationClient }, { withClient }] = await Promise.all([
    import("@earmark/annotation-client"),
    import("../connection/with-client.ts"),
  ]);
  return withClient(invocation, createAnnotationClient, operation, async (client) => {
    await render(await request(client, { signal: context.signal }), settings.output, context, annotationColumns);
  });
}

/** The fields of an annotation, in the order of the generated schema: a response need not have all of them. */
async function annotationColumns(): Promise<readonly string[]> {
  const { schemas } = await import("@earmark/annotation-client/schemas");
  return Object.keys(schemas.Annotation.properties ?? {});
}
