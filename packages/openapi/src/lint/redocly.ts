import { resolve } from "node:path";
import {
  createConfig,
  lint,
  type NormalizedProblem,
  type Oas2Rule,
  type Plugin,
  type RuleConfig,
} from "@redocly/openapi-core";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { RULES, type Rule, type RuleId } from "../diagnostics/rules.ts";
import { displayed, openFiles } from "../document/bundle.ts";
import { inDeepStack } from "../document/deep-stack.ts";
import { DISK, type Files } from "../document/files.ts";
import { fromRedocly } from "../document/redocly.ts";
import type { Edition } from "../objects/objects.ts";
import { VISITORS } from "./specification.ts";

/** Of our own rules, the one that Swagger 2.0 has, too: what it forbids otherwise, its upgrade says. */
const PATHS = "path-parameters-defined";

/** Our own rules, and what OpenAPI 3.1 allows in a schema: keywords that JSON Schema does not know. */
const PLUGIN: Plugin = {
  id: "earmark",
  rules: { oas2: { [PATHS]: VISITORS[PATHS] as unknown as Oas2Rule }, oas3: { ...VISITORS } }, // the paths of 2.0 are the same
  typeExtension: {
    oas3: ({ Schema: schema, ...types }, version) => ({
      ...types,
      ...(schema && { Schema: version === "oas3_0" ? schema : { ...schema, additionalProperties: {} } }),
    }),
  },
};

/** What is looked for: Redocly's rules that are in our table, and our own. */
const LEVELS = Object.fromEntries<RuleConfig>([
  ...levelsOf(Object.entries<Rule>(RULES).filter(([, { redocly }]) => redocly)),
  ...levelsOf(
    (Object.keys(VISITORS) as RuleId[]).map((id) => [id, RULES[id]]), // its own keys alone
    PLUGIN.id,
  ),
  // Redocly's own knows only few of the characters that a name may have.
  [PATHS, "off"],
]);

function levelsOf(
  rules: readonly (readonly [string, Rule])[],
  plugin?: string,
): readonly (readonly [string, "error" | "warn"])[] {
  return rules.map(([id, { severity }]) => [
    plugin === undefined ? id : `${plugin}/${id}`,
    severity === "error" ? "error" : "warn",
  ]);
}

/**
 * What Redocly finds that is not so: it takes the name of a schema in a mapping for a file, has no boolean for a schema,
 * which JSON Schema has, and says of security schemes what we say at their place.
 */
function isMistaken({ ruleId, message, location: [location] }: NormalizedProblem, version: Edition): boolean {
  if (version === "2.0" && ruleId === "struct") return isAllowedIn20(message, location?.pointer ?? "");
  if (ruleId === "no-unresolved-refs") return /\/discriminator\/mapping\/[^/]*$/.test(location?.pointer ?? "");
  if (ruleId === "security-defined") return !message.startsWith("Every operation");
  return (
    version !== "3.0" && ruleId === "struct" && /^Expected type `Schema` \(object\) but got `boolean`/.test(message)
  );
}

/**
 * What Redocly finds in a document: by its own rules, and by ours.
 *
 * @param files Where it is read from, and the files that it refers to.
 */
export async function lintWithRedocly(path: string, version: Edition, files: Files): Promise<readonly Diagnostic[]> {
  const file = resolve(path);
  // Only the document itself can be edited.
  const edited = files.edited?.(file) === undefined ? undefined : await files.read(file);
  const found = await redoclyDiagnostics(file, version, edited).catch((reason: unknown) => {
    if (reason instanceof RangeError) return inDeepStack(import.meta.url, redoclyDiagnostics, file, version, edited);
    throw reason;
  });
  return found.map((one) => displayed(one, files));
}

/**
 * Of files by their absolute paths.
 *
 * @param edited The content of the document, where that is not what is on disk.
 *
 * @public A thread calls it by its name.
 */
export async function redoclyDiagnostics(
  file: string,
  version: Edition,
  edited: string | undefined,
): Promise<readonly Diagnostic[]> {
  const config = await createConfig({ extends: ["spec"], plugins: [PLUGIN], rules: LEVELS });
  const read = (path: string): Promise<string> =>
    path === file && edited !== undefined ? Promise.resolve(edited) : DISK.read(path);
  const { resolver } = await openFiles(file, { ...DISK, read }, true);
  const problems = await lint({ ref: file, config, externalRefResolver: resolver });
  const found = problems.filter((problem) => !isMistaken(problem, version)).map((problem) => fromRedocly(problem));
  // Nothing but a row of references refers to those in its midst.
  return resolver.isShortened ? found.filter(({ rule }) => rule !== "no-unused-components") : found;
}

/** Limits of numbers are numbers, and a response may be a file; what is wrong with other types there, we say. */
function isAllowedIn20(message: string, pointer: string): boolean {
  if (message.startsWith("Expected type `integer` but got `number`")) return /\/(maximum|minimum)$/.test(pointer);
  return message.startsWith("`type` can be one of") && /\/responses\/[^/]+\/schema\/type$/.test(pointer);
}
