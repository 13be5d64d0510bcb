import type { Check } from "./check.ts";
import { issuesOf, matches } from "./issues-of.ts";
import { ValidationError } from "./validation-error.ts";
import type { EnumValidator, Validator } from "./validator.ts";

/** Wraps an emitted check in the public interface. */
export function makeValidator<T>(name: string, check: Check): Validator<T> {
  const is = (value: unknown): value is T => matches(check, value);
  return {
    is,
    parse: (value) => {
      if (is(value)) return value;
      throw new ValidationError(name, issuesOf(check, value));
    },
    safeParse: (value) => (is(value) ? { ok: true, value } : { ok: false, issues: issuesOf(check, value) }),
    issues: (value) => issuesOf(check, value),
    "~standard": {
      version: 1,
      vendor: "earmark",
      validate: (value) => (is(value) ? { value } : { issues: issuesOf(check, value) }),
    },
  };
}

/** Like {@link makeValidator}, for an enumeration: `known` are the values that the document lists. */
export function makeEnumValidator<T, Known extends T>(
  name: string,
  check: Check,
  known: readonly Known[],
): EnumValidator<T, Known> {
  return {
    ...makeValidator<T>(name, check),
    values: known,
    isKnown: (value): value is Known => known.includes(value as Known),
  };
}
