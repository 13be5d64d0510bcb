import { operations } from "@earmark/annotation-client/operations";
import { CallSid } from "@earmark/annotation-validators";
import { UsageError } from "../errors/usage-error.ts";
import { describeIssues } from "../options/issues.ts";
import { prefixed } from "../options/prefixed.ts";
import { render } from "../output/render.ts";
import { annotationColumns } from "./annotation-columns.ts";
import { callSidPositional } from "./call-sid.ts";
import type { Command } from "./command.ts";

const operation = operations.fetchAnnotation;

/** `earmark get` */
export const get: Command = {
  description: "Prints the annotation of a call. Fields that nobody has set are null, which a table shows as -.",
  positional: [callSidPositional],
  options: [],
  async run(call) {
    const [sid] = call.positional;
    if (!CallSid.is(sid)) throw new UsageError(...describeIssues(prefixed("CallSid", CallSid.issues(sid)), operation));
    // Help and wrong calls do without the client, and do not wait for it to load.
    const { createAnnotationClient, withClient } = await import("../connection/with-annotation-client.ts");
    return withClient(call, createAnnotationClient, operation, async (client) => {
      const annotation = await client.fetchAnnotation({ CallSid: sid }, { signal: call.context.signal });
      await render(annotation, call.settings.output, call.context, annotationColumns);
    });
  },
};
