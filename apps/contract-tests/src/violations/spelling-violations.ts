import { encodeForm } from "@earmark/http";
import { requestExamples } from "../document/examples.ts";
import { FORM, formBody } from "../document/form-body.ts";
import type { ContractOperation } from "../document/operations.ts";
import { resolveIn } from "./resolve.ts";
import { rightRequest } from "./right-request.ts";
import { sample } from "./sample.ts";
import type { Violation } from "./violation.ts";

/** A way of writing a value, and what Prism calls it. */
interface Spelling {
  readonly rule: string;
  /** @default the field */
  readonly at?: string;
  /** The form with this one field. */
  readonly body: string;
  readonly codes?: readonly string[];
}

/** Text that means a right value and is not how the document writes it: JSON Schema ends where the wire begins. */
export function spellingViolations(operation: ContractOperation): readonly Violation[] {
  const form = formBody(operation);
  if (form === undefined) return [];
  const { method, contract } = operation;
  const resolve = resolveIn(contract.schemas);
  const { properties = {} } = resolve(form.schema);
  const [example] = requestExamples([operation]);
  return Object.entries(properties).flatMap(([field, { $ref, ...own }]) => {
    const schema = { ...own, ...($ref !== undefined && resolve($ref)) };
    const value = sample(schema, resolve, Object(example?.value)[field]);
    const write = (it: unknown): string => encodeForm({ [field]: it }, form.fields);
    const written: readonly Spelling[] = Array.isArray(value)
      ? spelledArray(value, write)
      : [
          ...spelled(value, schema.enum === undefined).map(([rule, text]) => ({ rule, body: `${field}=${text}` })),
          { rule: "repeated key", body: `${write(value)}&${write(value)}` },
        ];
    const renamed = { rule: "additionalProperties", at: field.toLowerCase(), codes: ["additionalProperties"] };
    const spellings = [...written, { ...renamed, body: write(value).replace(field, renamed.at) }];
    return spellings.map(
      ({ rule, body, at = field, codes = ["type", "enum"] }): Violation => ({
        name: `${method} body ${field} ${rule} ${body}`,
        operation,
        rule,
        at: ["body", at],
        codes,
        statuses: [400],
        request: rightRequest(operation, { headers: { "content-type": FORM }, body }),
      }),
    );
  });
}

function spelledArray(value: readonly unknown[], write: (value: unknown) => string): readonly Spelling[] {
  const items = value.length > 1 ? value : [...value, ...value];
  return [
    { rule: "one key per item", body: items.map((item) => write([item])).join("&") },
    // Prism has no code for characters that it wants encoded.
    { rule: "unencoded comma", body: write(items).replaceAll("%2C", ","), codes: [""] },
  ];
}

function spelled(value: unknown, free: boolean): readonly (readonly [rule: string, text: string])[] {
  switch (typeof value) {
    case "boolean":
      return [
        ["capital letters", "True"],
        ["capital letters", "FALSE"],
        ["another word", "1"],
        ["another word", "yes"],
        ["another word", ""],
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
