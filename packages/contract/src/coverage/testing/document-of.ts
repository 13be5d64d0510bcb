import { Cursor } from "../document/cursor.ts";

/** A document that is in no file. */
export function documentOf(root: unknown): Cursor {
  const file = {
    name: "test.yaml",
    root,
    line: () => 1,
    other: (name: string) => {
      throw new Error(`There is no file ${name}.`);
    },
  };
  return new Cursor(file, [], root);
}
