// The evaluator is a library's, and none of ours: this is how the validators, the sandbox and Prism are judged.
import { randomUUID } from "node:crypto";
import {
  registerSchema,
  type SchemaObject,
  setShouldValidateFormat,
  setShouldValidateSchema,
  unregisterSchema,
  validate,
} from "@hyperjump/json-schema/draft-2020-12";
import {
  addFormat,
  type EvaluationPlugin,
  setFormatHandler,
  type ValidationContext,
} from "@hyperjump/json-schema/experimental";
import { type JsonNode, value as jsonOf } from "@hyperjump/json-schema/instance/experimental";
import { fullFormats } from "ajv-formats/dist/formats.js";
import { type InstancePath, merge, NOTHING, type Outcome } from "./outcome.ts";

/** What the evaluator says about a keyword at its place in a schema, for a part of a value. */
export interface Evaluation {
  readonly value: unknown;
  readonly at: InstancePath;
  readonly valid: boolean;
  /** The subschemas that the keyword has applied, in order. */
  readonly applied: readonly AppliedSchema[];
}

interface AppliedSchema {
  readonly at: InstancePath;
  readonly valid: boolean;
  readonly outcome: Outcome;
}

/** What an evaluation of a keyword shows. */
export type Observe = (evaluation: Evaluation) => Outcome;

/** A schema as the evaluator gets it: every part with coverage items has a definition of its own. */
export interface EvaluatedSchema {
  readonly root: object;
  readonly definitions: ReadonlyMap<string, object>;
  /** By name of the definition and keyword: `s1/maxLength`. Other keywords show what the schemas in them show. */
  readonly observers: ReadonlyMap<string, Observe>;
}

interface Context extends ValidationContext {
  /** What the keywords of the schema that is being evaluated have shown. */
  outcomes?: Outcome[];
  /** Of a keyword: the schemas in it. */
  applied?: AppliedSchema[];
}

// A malformed schema is for lint to name.
setShouldValidateSchema(false);
setShouldValidateFormat(true);

/**
 * Compiles a schema of JSON Schema 2020-12 into a function that tells what a value shows about it. Of the function,
 * `at` is where the value is.
 */
export async function compileSchema({ root, definitions, observers }: EvaluatedSchema) {
  const uri = `https://coverage.invalid/${randomUUID()}`;
  // All of it comes from a document, which is JSON.
  const schema = { ...root, $defs: Object.fromEntries(definitions) } as SchemaObject;
  registerSchema(schema, uri, "https://json-schema.org/draft/2020-12/schema");
  const evaluate = await validate(uri);
  unregisterSchema(uri);
  const start = `${uri}#/$defs/`.length;

  return (value: unknown, at: InstancePath): Outcome => {
    let outcome = NOTHING;
    const places = new Map<JsonNode, InstancePath>();
    const place = (node: JsonNode): InstancePath => {
      const known = places.get(node) ?? [...at, ...segments(node.pointer)];
      places.set(node, known);
      return known;
    };
    const plugin: EvaluationPlugin<Context> = {
      beforeSchema(_url, _instance, context) {
        context.outcomes = [];
      },
      afterKeyword([, location], instance, { applied = [] }, valid, { outcomes }) {
        const observe = observers.get(location.slice(start)) ?? showApplied;
        outcomes?.push(observe({ value: jsonOf(instance), at: place(instance), valid, applied }));
      },
      afterSchema(_url, instance, context, valid) {
        outcome = merge(context.outcomes ?? []);
        context.applied ??= [];
        context.applied.push({ at: place(instance), valid, outcome });
      },
    };
    // Read from JSON or from strings. The library hands its own context to each plugin, which adds to it.
    evaluate(value as Parameters<typeof evaluate>[0], { plugins: [plugin as EvaluationPlugin] });
    const undocumented = new Map(outcome.undocumented.map((path) => [JSON.stringify(path), path]));
    for (const path of outcome.described) undocumented.delete(JSON.stringify(path));
    return { ...outcome, undocumented: [...undocumented.values()], described: [] };
  };
}

/** The names and indexes of a JSON Pointer. The library puts a star before that of a name. */
function segments(pointer: string): InstancePath {
  const [, ...keys] = pointer.split("/");
  return keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What the schemas in a keyword show. Of several options, those that are not taken do not count. */
export function showApplied({ at, valid, applied }: Evaluation): Outcome {
  const counting = valid ? applied.filter((each) => each.valid) : applied;
  const described = counting.map((each) => each.at).filter(({ length }) => length > at.length);
  return merge([
    ...counting.map(({ outcome }) => outcome),
    ...(described.length > 0 ? [{ ...NOTHING, described }] : []),
  ]);
}

/** Formats that are met by every value, or that say how a value is shown. */
const UNCHECKED = ["float", "double", "password", "binary"];

/** The formats that are checked, each with the type that it is about. From a library that our validators do without. */
export const FORMATS: ReadonlyMap<string, string> = new Map(
  Object.entries(fullFormats).flatMap(([name, definition]) => {
    // A pattern, a function, or an object with one of them.
    const { type = "string", validate: check = definition } = definition as FormatDefinition;
    if (UNCHECKED.includes(name) || check === true) return [];
    const handler = (value: unknown): boolean =>
      typeof value !== type || (check instanceof RegExp ? check.test(String(value)) : (check as Check)(value) === true);
    const id = `https://coverage.invalid/format/${name}`;
    addFormat({ id, handler });
    setFormatHandler("https://json-schema.org/keyword/draft-2020-12/format", name, id);
    return [[name, type]];
  }),
);

type Check = (value: unknown) => unknown;
interface FormatDefinition {
  readonly type?: string;
  readonly validate?: unknown;
}
