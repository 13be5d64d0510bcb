import type { Check } from "./check.ts";
import { requireInterface } from "./interface-version.ts";
import { issuesOf, matches } from "./issues-of.ts";
import { ValidationError } from "./validation-error.ts";
import type { EnumValidator, Result, Validator } from "./validator.ts";

/**
 * Wraps an emitted check in the public interface.
 *
 * @param version {@link INTERFACE_VERSION} of the generator.
 */
export function makeValidator<T>(name: string, check: Check, version: number): Validator<T> {
  requireInterface(version, name, "@earmark/validation");
  const safeParse = (value: unknown): Result<T> => {
    const issues = issuesOf(check, value);
    // Without an issue the check has found that the value is a T.
    return issues.length === 0 ? { ok: true, value: value as T } : { ok: false, issues };
  };
  return {
    is: (value): value is T => matches(check, value),
    parse: (value) => {
      const result = safeParse(value);
      if (result.ok) return result.value;
      throw new ValidationError(name, result.issues);
    },
    safeParse,
    issues: (value) => issuesOf(check, value),
    "~standard": {
      version: 1,
      vendor: "earmark",
      validate: (value) => {
        const result = safeParse(value);
        return result.ok ? { value: result.value } : { issues: result.issues };
      },
    },
  };
}

/** Like {@link makeValidator}, for an enumeration: `known` are the values that the document lists. */
export function makeEnumValidator<T, Known extends T>(
  name: string,
  check: Check,
  known: readonly Known[],
  version: number,
): EnumValidator<T, Known> {
  return {
    ...makeValidator<T>(name, check, version),
    values: known,
    isKnown: (value): value is Known => known.includes(value as Known),
  };
}
