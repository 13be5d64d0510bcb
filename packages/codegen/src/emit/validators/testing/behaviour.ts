import type { Schema } from "@earmark/openapi";
import { describe, expect, it } from "vitest";
import { issuesBothWays } from "../../../testing/checks.ts";
import { checkOf } from "./check-of.ts";

type Wrong = readonly [value: unknown, ...issues: (readonly [path: string, code: string])[]];

/** A schema with values that match it, and values that do not, with the place and the keyword of each issue. */
export interface Behaviour {
  readonly schema: Schema;
  readonly valid: readonly unknown[];
  readonly wrong: readonly Wrong[];
}

/** An object that inherits properties; only its own count. */
export const inheriting = (own: object): object => Object.assign(Object.create({ inherited: 1, A: 1 }), own);

/** Tests for each schema of a table. */
export function describeBehaviour(table: Readonly<Record<string, Behaviour>>): void {
  describe.each(Object.entries(table))("a schema with %s", (_, { schema, valid, wrong }) => {
    const check = checkOf(schema);
    const found = (value: unknown): string[][] =>
      issuesBothWays(check, value).map(({ path, code }) => [path.join(" "), code]);

    it("accepts what matches", () => {
      for (const value of valid) expect([value, found(value)]).toEqual([value, []]);
    });

    it("names place and keyword of what does not", () => {
      for (const [value, ...issues] of wrong)
        expect([value, found(value).sort()]).toEqual([value, issues.map((issue) => [...issue]).sort()]);
    });
  });
}
