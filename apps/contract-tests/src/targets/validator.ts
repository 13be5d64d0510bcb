import * as lenient from "@earmark/annotation-validators";
import * as strict from "@earmark/annotation-validators/strict";
import type { Validator } from "@earmark/validation";

type Validators = Readonly<Record<string, Validator<unknown>>>;

/** The validators of one view, by the name of the schema. */
export function validator(view: "lenient" | "strict", schema: string): Validator<unknown> {
  const all: Validators = view === "lenient" ? lenient : strict;
  const found = all[schema];
  if (found === undefined) throw new Error(`There is no ${view} validator of ${schema}.`);
  return found;
}
