import { type Diagnostic, diagnose, type Finding } from "../diagnostics/diagnostic.ts";
import { RULES, type Rule } from "../diagnostics/rules.ts";
import { EXTENSIONS } from "../model/extensions.ts";
import type { Model } from "../model/model.ts";
import { idleDiscriminators } from "./idle-discriminators.ts";
import { runawayPatterns } from "./runaway-patterns.ts";
import { unusableServers } from "./unusable-servers.ts";

/** A rule that is only a check over a model. */
interface Check extends Rule {
  readonly check: (model: Model) => readonly Finding[] | Promise<readonly Finding[]>;
}

/** Every check, by the id of its rule. A new one takes an entry here, and nothing else. */
const CHECKS: Readonly<Record<string, Check>> = {
  discriminator: {
    severity: "info",
    ground: "generation",
    about: "A discriminator tells no schemas apart; put it beside a `oneOf` or `anyOf` of references, or remove it.",
    check: idleDiscriminators,
  },
  "runaway-pattern": {
    severity: "warning",
    ground: "style",
    about: "A hostile string can keep a pattern busy for ages; make its repetitions exclude each other.",
    check: runawayPatterns,
  },
  server: {
    severity: "warning",
    ground: "style",
    about: "No client can call a server, or none sends credentials to it; correct its URL.",
    check: unusableServers,
  },
};

/** What the checks find in a model: `generate` and `lint` show it alike. */
export async function checkModel(model: Model): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const [id, { check, ...rule }] of Object.entries(CHECKS)) {
    for (const { pointer, message, ...details } of await check(model))
      found.push(diagnose({ id, ...rule }, model.document, pointer, message, details));
  }
  return found;
}

/** Every rule that can be reported, by its id: those of reading and building a model, of extensions, of the checks, and Redocly's. */
export function allRules(): ReadonlyMap<string, Rule> {
  return new Map(Object.entries<Rule>({ ...RULES, ...EXTENSIONS, ...CHECKS }).sort(([a], [b]) => (a < b ? -1 : 1)));
}
