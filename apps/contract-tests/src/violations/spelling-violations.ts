import { schemas } from "@earmark/annotation-client/schemas";
import { encodeForm } from "@earmark/http";
import { requestExamples } from "../document/examples.ts";
import { FORM, formBody } from "../document/form-body.ts";
import type { ContractOperation } from "../document/operations.ts";
import { resolveIn } from "./resolve.ts";
import { rightRequest } from "./right-request.ts";
import { sample } from "./sample.ts";
import type { Violation } from "./violation.ts";

/** Text that means a right value and is not how the document writes it: JSON Schema ends where the wire begins. */
export function spellingViolations(operation: ContractOperation): readonly Violation[] {
  const form = formBody(operation);
  if (form === undefined) return [];
  const { method } = operation;
  const resolve = resolveIn(schemas);
  const { properties = {} } = resolve(form.schema);
  const [example] = requestExamples([operation]);
  return Object.entries(properties).flatMap(([field, { $ref, ...own }]) => {
    const schema = { ...own, ...($ref !== undefined && resolve($ref)) };
    const value = sample(schema, resolve, Object(example?.value)[field]);
    const right = encodeForm({ [field]: value }, form.fields);
    const spellings = [...spelled(value, schema.enum === undefined), [repetition(value), `${right}&${right}`] as const];
    return spellings.map(([rule, text]): Violation => {
      const body = text.startsWith(field) ? text : `${field}=${text}`;
      return {
        name: `${method} body ${field} ${rule} ${body}`,
        method,
        rule,
        at: ["body", field],
        codes: ["type", "enum"],
        statuses: [400],
        request: rightRequest(operation, { headers: { "content-type": FORM }, body }),
      };
    });
  });
}

function repetition(value: unknown): string {
  return Array.isArray(value) ? "one key per item" : "repeated key";
}

function spelled(value: unknown, free: boolean): readonly (readonly [rule: string, text: string])[] {
  switch (typeof value) {
    case "boolean":
      return [
        ["capital letters", "True"],
        ["capital letters", "FALSE"],
        ["another word", "1"],
        ["another word", "yes"],
      ];
    case "number":
      return [`${value}.0`, `${value}e0`, `0x${value.toString(16)}`, `0${value}`, `%2B${value}`, `%20${value}`].map(
        (text) => ["another notation", text],
      );
    case "string":
      if (!free) return [];
      return [
        ["malformed percent-encoding", "%ZZ"],
        ["malformed percent-encoding", "%"],
        ["text that is not UTF-8", "%FF%FE"],
      ];
    default:
      return [];
  }
}
