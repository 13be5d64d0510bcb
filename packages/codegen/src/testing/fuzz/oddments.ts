import type { Json } from "@earmark/openapi";

/** Values that stand at some border: of a type, of a number format, of what counts as equal. */
export const ODDMENTS: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  2,
  1.5,
  1e21,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  0.1 + 0.2,
  "",
  "a",
  "1",
  "😀",
  "a".repeat(101),
  [],
  [1],
  [1, 1],
  [null],
  {},
  { a: 1 },
  JSON.parse('{ "__proto__": 1 }'),
];

/** Names that a schema may describe, that objects inherit, or that order differently as numbers. */
export const KEYS: readonly string[] = [
  ..."a b c ab x-1 10 9 constructor toString __proto__ hasOwnProperty length".split(" "),
  "",
];
