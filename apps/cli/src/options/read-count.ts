import { UsageError } from "../errors/usage-error.ts";
import type { GivenOptions } from "./option.ts";

/** A positive integer, or `undefined` when the option was not given. */
export function readCount(given: GivenOptions, name: string): number | undefined {
  const text = given[name];
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/.test(String(text))) return Number(text);
  throw new UsageError(`--${name} must be a whole number from 1 on, received ${JSON.stringify(text)}`);
}
