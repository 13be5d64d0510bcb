import { encodeForm } from "@earmark/http";
import type { ContractOperation } from "../contract/contract.ts";
import { parameterExample, requestExamples } from "../document/examples.ts";
import { dereferenced, resolveIn } from "../values/references.ts";
import { rightValues } from "../values/values-of.ts";
import { type PairPart, pairParts, partOf } from "./pairs.ts";
import { rightRequest } from "./right-request.ts";
import type { Violation } from "./violation.ts";

/** A way of writing a value, and what Prism calls it. */
interface Spelling {
  readonly rule: string;
  /** @default the field */
  readonly at?: string;
  /** The part with this one field. */
  readonly text: string;
  readonly codes?: readonly string[];
}

/** Text that means a right value and is not how the document writes it: JSON Schema ends where the wire begins. */
export function spellingViolations(operation: ContractOperation): readonly Violation[] {
  return pairParts(operation).flatMap((part) =>
    Object.keys(part.fields).flatMap((field) =>
      spellingsOf(field, part, operation).map(
        ({ rule, text, at = field, codes = ["type", "enum"] }): Violation => ({
          name: `${operation.method} ${part.place} ${field} ${rule} ${text}`,
          operation,
          rule,
          at: [part.place, at],
          codes,
          statuses: [400],
          request: rightRequest(operation, partOf(part, text)),
        }),
      ),
    ),
  );
}

function spellingsOf(field: string, part: PairPart, operation: ContractOperation): readonly Spelling[] {
  const resolve = resolveIn(operation.contract.schemas);
  const schema = dereferenced(part.schema.properties?.[field] ?? {}, resolve);
  const [example] = part.place === "body" ? requestExamples([operation]) : [];
  const parameter = operation.generated.parameters.find((one) => one.in === part.place && one.name === field);
  const parameterValue = parameter && parameterExample(operation, parameter);
  const value = Object(example?.value)[field] ?? parameterValue ?? rightValues(schema, resolve)[0]?.value;
  const write = (it: unknown): string => encodeForm({ [field]: it }, part.fields);
  const written: readonly Spelling[] = Array.isArray(value)
    ? spelledArray(value, write)
    : [
        ...spelled(value, part.free.has(field)).map(([rule, text]) => ({
          rule,
          text: `${field}=${text}`,
        })),
        { rule: "repeated key", text: `${write(value)}&${write(value)}` },
      ];
  if (part.place === "query") {
    // In a query, a comma may be as it is; unknown names are ignored; and what is empty may still be text.
    const spelled = written.filter(({ rule }) => rule !== "unencoded comma" && rule !== "empty value");
    return part.free.has(field) || Array.isArray(value)
      ? spelled
      : [...spelled, { rule: "empty value", text: `${field}=` }];
  }
  const at = field.toLowerCase();
  const text = write(value).replace(field, at);
  return [...written, { rule: "additionalProperties", at, codes: ["additionalProperties"], text }];
}

function spelledArray(value: readonly unknown[], write: (value: unknown) => string): readonly Spelling[] {
  const items = value.length > 1 ? value : [...value, ...value];
  return [
    { rule: "one key per item", text: items.map((item) => write([item])).join("&") },
    // Prism has no code for characters that it wants encoded.
    { rule: "unencoded comma", text: write(items).replaceAll("%2C", ","), codes: [""] },
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
        ["empty value", ""],
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
