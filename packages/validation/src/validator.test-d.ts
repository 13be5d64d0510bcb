import type { EnumValidator, Issue, Result, StandardSchemaV1, Validator } from "./index.ts";

interface Call {
  readonly sid: string;
  readonly score?: number | null;
}
type Known = "human" | "machine";
type Open = Known | (string & Record<never, never>);

declare const Call: Validator<Call>;
declare const AnsweredBy: EnumValidator<Open, Known>;
declare const received: unknown;

/** The interface as its specification prints it, so that ours is held against theirs and not against itself. */
interface StandardProps<Input, Output> {
  readonly version: 1;
  readonly vendor: string;
  readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}
type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };
interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}
interface Standard<Input = unknown, Output = Input> {
  readonly "~standard": StandardProps<Input, Output>;
}
type InferOutput<S extends Standard> = NonNullable<S["~standard"]["types"]>["output"];

export const standard: Standard<Call> = Call;
export const ours: StandardSchemaV1<Call> = Call;
export const inferred: InferOutput<typeof Call> = { sid: "CA", score: null };
// @ts-expect-error a validator of calls is not one of numbers
export const wrong: Standard<number> = Call;
// @ts-expect-error `sid` is required
export const incomplete: InferOutput<typeof Call> = {};

export function narrows(): string | undefined {
  if (Call.is(received)) return received.sid;
  // @ts-expect-error still unknown
  received.sid;
  const parsed: Call = Call.parse(received);
  const result: Result<Call> = Call.safeParse(received);
  // @ts-expect-error the value is there only when `ok`
  result.value;
  if (result.ok) return result.value.sid + parsed.sid;
  const issues: readonly Issue[] = result.issues;
  // @ts-expect-error issues are not for changing
  issues.push({});
  return issues[0]?.message;
}

export function isExhaustive(answeredBy: Open): 1 | 2 | 3 {
  if (!AnsweredBy.isKnown(answeredBy)) return 3;
  switch (answeredBy) {
    case "human":
      return 1;
    case "machine":
      return 2;
  }
}

export const values: readonly Known[] = AnsweredBy.values;
export const open: Open = AnsweredBy.parse("robot");
// @ts-expect-error an open enumeration has values that are not listed
export const known: Known = AnsweredBy.parse("robot");
