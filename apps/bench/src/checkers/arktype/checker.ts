import { type } from "arktype";
import type { Checker } from "../checker.ts";

export function arktypeChecker(schema: type.Any<object>): Checker {
  // Its objects accept arrays with these members.
  const narrowed = schema.narrow((value, context) => !Array.isArray(value) || context.mustBe("an object"));
  return {
    is: (value) => narrowed.allows(value),
    issues: (value) => {
      const result: unknown = narrowed(value);
      // Messages are made when they are read.
      return result instanceof type.errors ? Array.from(result, ({ path, message }) => ({ path, message })) : [];
    },
  };
}
