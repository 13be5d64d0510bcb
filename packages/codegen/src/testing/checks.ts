import type { Parts } from "@earmark/testing";
import type { Check, Issue } from "@earmark/validation";
import * as runtime from "@earmark/validation/runtime";
import { emitValidators } from "../emit/index.ts";
import { load } from "../emit/validators/testing/load.ts";
import { viewsOf } from "./documents.ts";

const IMPORTS = { runtime: "runtime", validation: "validation", types: "types", strictTypes: "strict" };

type Issues = (schema: string, value: unknown) => readonly Issue[];

/** Emits the checks of a document, runs them, and gives what they say, in the client's view and to the letter. */
export async function checksOf(parts: Parts): Promise<{ readonly checks: Issues; readonly strictChecks: Issues }> {
  const { model, views } = await viewsOf(parts);
  const files = emitValidators(model, views, IMPORTS);
  const from = (path: string): Issues => {
    const text = files.find((file) => file.path === path)?.text ?? "";
    const functions = load(text.split("\n"), runtime);
    return (schema, value) => issuesBothWays(functions[`check${schema}`], value);
  };
  return { checks: from("checks.gen.js"), strictChecks: from("checks.strict.gen.js") };
}

/** The issues of a value; both modes of the check must agree about it. */
export function issuesBothWays(check: Check | undefined, value: unknown): readonly Issue[] {
  if (check === undefined) throw new Error("the module does not export this check");
  const issues: Issue[] = [];
  check(value, issues, []);
  if (check(value) !== (issues.length === 0)) throw new Error("the two modes disagree");
  return issues;
}
