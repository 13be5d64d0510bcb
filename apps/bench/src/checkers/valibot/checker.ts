import * as v from "valibot";
import type { Checker } from "../checker.ts";

/** Refuses arrays, which valibot's objects accept. */
export function valibotChecker(members: v.GenericSchema): Checker {
  const schema = v.pipe(
    v.unknown(),
    v.check((value) => !Array.isArray(value), "an array"),
    members,
  );
  return {
    is: (value) => v.is(schema, value),
    issues: (value) => v.safeParse(schema, value).issues ?? [],
  };
}
