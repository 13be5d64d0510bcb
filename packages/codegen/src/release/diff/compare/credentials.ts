// Not through the index of emit, which would load TypeScript.

import type { Model } from "@earmark/openapi";
import { securityOf } from "../../../emit/client/security.ts";
import { changed, code, type Finding } from "../finding.ts";
import { child, rootOf, type Side } from "../place.ts";

/** Options of the generated client for credentials: which there are follows from the schemes that operations use. */
export function* compareCredentials(
  old: CredentialOptions,
  now: CredentialOptions,
  side: Side,
): Generator<Finding, void, undefined> {
  if (old.text === now.text) return;
  const root = rootOf(side);
  const place = child(root, "security") ?? root;
  const facts = { before: old.text, after: now.text };
  yield changed(accepts(now, old) ? "credentials-added" : "credentials-changed", place, facts);
}

export interface CredentialOptions {
  readonly alternatives: readonly (readonly string[])[];
  readonly areOptional: boolean;
  readonly text: string;
}

export function credentialOptions(model: Model): CredentialOptions {
  const { alternatives, areOptional } = securityOf(model);
  const texts = alternatives.map((names) => names.map(code).join(" and "));
  const text = texts.length === 0 ? "none" : `${areOptional ? "any of " : ""}${texts.join(" or ")}`;
  return { alternatives, areOptional, text };
}

/** Whether code that passes the old options compiles with the new ones. */
function accepts(now: CredentialOptions, old: CredentialOptions): boolean {
  if (now.areOptional) {
    const known = new Set(now.alternatives.flat());
    return old.alternatives.flat().every((name) => known.has(name));
  }
  if (old.areOptional || old.alternatives.length === 0) return false;
  const sets = new Set(now.alternatives.map((names) => [...names].sort().join()));
  return old.alternatives.every((names) => sets.has([...names].sort().join()));
}
