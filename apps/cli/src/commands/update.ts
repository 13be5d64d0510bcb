import { operations } from "@earmark/annotation-client/operations";
import { schemas } from "@earmark/annotation-client/schemas";
import { CallSid, UpdateAnnotationRequest } from "@earmark/annotation-validators";
import { UsageError } from "../errors/usage-error.ts";
import { fieldOptions } from "../options/field-option.ts";
import { describeIssues } from "../options/issues.ts";
import { prefixed } from "../options/prefixed.ts";
import { readField } from "../options/read-field.ts";
import { render } from "../output/render.ts";
import { annotationColumns } from "./annotation-columns.ts";
import { callSidPositional } from "./call-sid.ts";
import type { Command } from "./command.ts";

const operation = operations.updateAnnotation;
const fields = fieldOptions(operation, schemas);

/** `earmark update` */
export const update: Command = {
  description:
    "Sets the fields that are given, leaves the others as they are, and prints the annotation as it is then. " +
    "Safe to repeat.",
  positional: [callSidPositional],
  options: fields.map(({ option }) => option),
  async run(call) {
    const [sid] = call.positional;
    const values = fields.map((field) => [field.property, readField(field, call.given)] as const);
    const body = Object.fromEntries(values.filter(([, value]) => value !== undefined));
    const issues = [...prefixed("CallSid", CallSid.issues(sid)), ...UpdateAnnotationRequest.issues(body)];
    const problems = describeIssues(issues, operation);
    const isEmpty = Object.keys(body).length === 0;
    if (isEmpty || !CallSid.is(sid) || !UpdateAnnotationRequest.is(body)) {
      throw new UsageError(...problems, ...(isEmpty ? [nothingGiven()] : []));
    }
    // Help and wrong calls do without the client, and do not wait for it to load.
    const { createAnnotationClient, withClient } = await import("../connection/with-annotation-client.ts");
    return withClient(call, createAnnotationClient, operation, async (client) => {
      const annotation = await client.updateAnnotation({ CallSid: sid }, body, { signal: call.context.signal });
      await call.talk.say(`Updated ${sid}.`);
      await render(annotation, call.settings.output, call.context, annotationColumns);
    });
  },
};

function nothingGiven(): string {
  const names = fields.map(({ option: { name, ...rest } }) =>
    rest.kind === "switch" && rest.negatable ? `--${name}, --no-${name}` : `--${name}`,
  );
  return `nothing to update; give at least one of ${names.join(", ")}`;
}
