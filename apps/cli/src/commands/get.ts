import { operations } from "@earmark/annotation-client/operations";
import { CallSid } from "@earmark/annotation-validators";
import { UsageError } from "../errors/usage-error.ts";
import { describeIssues, prefixed } from "../options/issues.ts";
import { callSidPositional, printAnnotation } from "./annotation.ts";
import type { Command } from "./command.ts";

const operation = operations.fetchAnnotation;

/** `earmark get` */
export const get: Command = {
  description: "Prints the annotation of a call. Fields that are not set are null, which a table shows as -.",
  positional: [callSidPositional],
  options: [],
  async run(invocation) {
    const [sid] = invocation.positional;
    if (!CallSid.is(sid)) throw new UsageError(...describeIssues(prefixed("CallSid", CallSid.issues(sid)), operation));
    return printAnnotation(invocation, operation, (client, options) =>
      client.fetchAnnotation({ CallSid: sid }, options),
    );
  },
};
