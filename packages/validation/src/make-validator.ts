import type { Check, Collector } from "./collector.ts";
import type { Issue } from "./issue.ts";
import { message } from "./message.ts";
import { ValidationError } from "./validation-error.ts";
import type { EnumValidator, Validator } from "./validator.ts";

/** Wraps an emitted check in the public interface. */
export function makeValidator<T>(name: string, check: Check): Validator<T> {
  const matches = (value: unknown): value is T => {
    try {
      return check(value);
    } catch (error) {
      return tooDeep(error);
    }
  };
  const collect = (value: unknown, all = true): readonly Issue[] => {
    const collector: Collector = { issues: [], all };
    try {
      check(value, collector, []);
    } catch (error) {
      tooDeep(error);
      // What was found on the way down points into the depths; the one thing to say is that nobody can check this.
      return [{ path: [], code: "depth", expected: undefined, value, message: message("depth", undefined, value) }];
    }
    return collector.issues;
  };
  return {
    is: matches,
    parse: (value) => {
      if (matches(value)) return value;
      throw new ValidationError(name, collect(value));
    },
    safeParse: (value, options) =>
      matches(value) ? { ok: true, value } : { ok: false, issues: collect(value, options?.all) },
    issues: (value, options) => (matches(value) ? [] : collect(value, options?.all)),
    "~standard": {
      version: 1,
      vendor: "earmark",
      validate: (value) => (matches(value) ? { value } : { issues: collect(value) }),
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

/** A value nested deeper than the stack is an answer ("no"), not a crash. Anything else is a bug and goes on up. */
function tooDeep(error: unknown): false {
  if (error instanceof RangeError) return false;
  throw error;
}
