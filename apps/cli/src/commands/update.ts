import { operations } from "@earmark/annotation-client/operations";
import { schemas } from "@earmark/annotation-client/schemas";
import { CallSid, UpdateAnnotationRequest } from "@earmark/annotation-validators";
import { UsageError } from "../errors/usage-error.ts";
import { fieldOptions, readField } from "../options/field-option.ts";
import { describeIssues, prefixed } from "../options/issues.ts";
import { callSidPositional, printAnnotation } from "./annotation.ts";
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
  async run(invocation) {
    const [sid] = invocation.positional;
    const values = fields.map((field) => [field.property, readField(field, invocation.given)] as const);
    const body = Object.fromEntries(values.filter(([, value]) => value !== undefined));
    const issues = [...prefixed("CallSid", CallSid.issues(sid)), ...UpdateAnnotationRequest.issues(body)];
    const problems = describeIssues(issues, operation);
    const isEmpty = Object.keys(body).length === 0;
    if (isEmpty || !CallSid.is(sid) || !UpdateAnnotationRequest.is(body)) {
      throw new UsageError(...problems, ...(isEmpty ? [nothingGiven()] : []));
    }
    return printAnnotation(invocation, operation, async (client, options) => {
      const annotation = await client.updateAnnotation({ CallSid: sid }, body, options);
      await invocation.talk.say(`Updated ${sid}.`);
      return annotation;
    });
  },
};

function nothingGiven(): string {
  const names = fields.map(({ option: { name, ...rest } }) =>
    rest.kind === "switch" && rest.negatable ? `--${name}, --no-${name}` : `--${name}`,
  );
  return `nothing to update; give at least one of ${names.join(", ")}`;
}
