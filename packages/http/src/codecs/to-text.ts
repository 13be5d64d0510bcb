import { refuse } from "../encode-error.ts";

/** A primitive as the wire has it: `true`, `2`, text; `null` is empty. Half a surrogate pair would arrive as U+FFFD. */
export function toText(name: string, value: unknown): string {
  const text = String(value ?? "");
  return Object(value) === value || /\p{Cs}/u.test(text) ? refuse([name], "text, number or boolean", value) : text;
}
