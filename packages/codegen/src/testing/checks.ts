import type { Parts } from "@earmark/testing";
import type { Check, Issue } from "@earmark/validation";
import * as runtime from "@earmark/validation/runtime";
import { emitValidators } from "../emit/index.ts";
import { loadChecks } from "../emit/validators/testing/load.ts";
import { viewsOf } from "./documents.ts";

const IMPORTS = { runtime: "runtime", validation: "validation", types: "types", strictTypes: "strict" };

type Issues = (schema: string, value: unknown) => readonly Issue[];

/** Emits the checks of a document, runs them, and gives what they say, in the client's view and to the letter. */
export async function checksOf(parts: Parts): Promise<{ readonly checks: Issues; readonly strictChecks: Issues }> {
  const { model, views } = await viewsOf(parts);
  const files = emitValidators(model, views, IMPORTS);
  const from = (view: "client" | "strict"): Issues => {
    const checks = loadChecks(files, view, runtime);
    return (schema, value) => issuesBothWays(checks[schema], value);
  };
  return { checks: from("client"), strictChecks: from("strict") };
}

/** The issues of a value; both modes of the check must agree about it. */
export function issuesBothWays(check: Check | undefined, value: unknown): readonly Issue[] {
  if (check === undefined) throw new Error("the module does not export this check");
  const issues: Issue[] = [];
  check(value, issues, []);
  if (check(value) !== (issues.length === 0)) throw new Error("the two modes disagree");
  return issues;
}
