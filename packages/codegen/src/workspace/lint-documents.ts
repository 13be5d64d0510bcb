import { dirname, resolve } from "node:path";
import {
  applyRules,
  type Diagnostic,
  DocumentError,
  diagnose,
  displayPath,
  filterDocument,
  lintDocument,
  pointerSegments,
  type Reading,
  type RuleException,
  type RuleSettings,
  valueAt,
} from "@earmark/openapi";
import { documentAt } from "./documents.ts";
import { findConfig } from "./load-config.ts";

/** What `lint` says of a document, as the config around it wants it. */
interface Linted {
  readonly document: Reading["document"];
  readonly diagnostics: readonly Diagnostic[];
}

/** What `lint` says of documents, and of exceptions in configs that match nothing in any of them. */
interface LintedDocuments {
  readonly documents: readonly Linted[];
  readonly unused: readonly Diagnostic[];
}

/**
 * @param paths Absolute paths.
 * @param subject Documents as they are written, or what their filters leave to be generated.
 */
export async function lintDocuments(
  paths: readonly string[],
  subject: "generated" | "written",
): Promise<LintedDocuments> {
  const configs = new Map<
    string,
    { readonly rules: RuleSettings; readonly linted: Linted[]; readonly used: Set<RuleException> }
  >();
  const documents: Linted[] = [];
  for (const path of paths) {
    const { config, file = "" } = await findConfig(dirname(resolve(path)));
    const around = configs.get(file) ?? { rules: config.rules ?? {}, linted: [], used: new Set() };
    configs.set(file, around);
    const owner = await documentAt(path);
    const whole = await lintDocument(path, owner?.overlays);
    const { document, diagnostics: found } = filterDocument(whole, subject === "generated" ? owner?.filter : undefined);
    const { diagnostics, used } = applyRules(found, around.rules);
    for (const exception of used) around.used.add(exception);
    const linted = { document, diagnostics };
    around.linted.push(linted);
    documents.push(linted);
  }
  const unused = [...configs].flatMap(([file, { rules, linted, used }]) => unusedExceptions(file, rules, linted, used));
  return { documents, unused };
}

/**
 * The errors in documents, for which nothing is to be generated from them.
 *
 * @param paths Absolute paths.
 * @throws {DocumentError} where one is no document, with the errors of all.
 */
export async function errorsOf(paths: readonly string[]): Promise<readonly Diagnostic[]> {
  const { documents } = await lintDocuments(paths, "generated");
  const errors = documents.flatMap(({ diagnostics }) => diagnostics.filter(({ severity }) => severity === "error"));
  if (documents.some(({ document }) => document === undefined)) throw new DocumentError(errors);
  return errors;
}

/** An exception for a place that none of these documents has may be about another one. */
function unusedExceptions(
  file: string,
  rules: RuleSettings,
  linted: readonly Linted[],
  used: ReadonlySet<RuleException>,
): readonly Diagnostic[] {
  const place = { placeOf: () => ({ file: displayPath(file), line: 1, column: 1 }) };
  const isThere = ({ at }: RuleException): boolean =>
    linted.some(({ document }) => document !== undefined && valueAt(document.root, pointerSegments(at)) !== undefined);
  return Object.entries(rules).flatMap(([rule, setting]) => {
    const idle = typeof setting === "string" ? [] : setting.filter((one) => !used.has(one) && isThere(one));
    return idle.map(({ at }) => {
      const message = `${rule} says nothing at ${at}; remove the exception, or correct its place`;
      return diagnose("unused-ignore", place, "#", message);
    });
  });
}
