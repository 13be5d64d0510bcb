import { type Credentials, credentialsOf } from "@earmark/openapi";
import { changed, code, type Finding } from "../finding.ts";
import { child, rootOf, type Sides } from "../place.ts";

/** Options of the generated client for credentials: which there are follows from the schemes that operations use. */
export function* compareCredentials({
  before,
  after,
}: Pick<Sides, "before" | "after">): Generator<Finding, void, undefined> {
  const [old, now] = [credentialsOf(before.model), credentialsOf(after.model)];
  const facts = { before: textOf(old), after: textOf(now) };
  if (facts.before === facts.after) return;
  const root = rootOf(after);
  const place = child(root, "security") ?? root;
  yield changed(accepts(now, old) ? "credentials-added" : "credentials-changed", place, facts);
}

function textOf({ alternatives, areOptional }: Credentials): string {
  const texts = alternatives.map((names) => names.map(code).join(" and "));
  return texts.length === 0 ? "none" : `${areOptional ? "any of " : ""}${texts.join(" or ")}`;
}

/** Whether code that passes the old options compiles with the new ones. */
function accepts(now: Credentials, old: Credentials): boolean {
  if (now.areOptional) {
    const known = new Set(now.alternatives.flat());
    return old.alternatives.flat().every((name) => known.has(name));
  }
  if (old.areOptional || old.alternatives.length === 0) return false;
  const sets = new Set(now.alternatives.map((names) => [...names].sort().join()));
  return old.alternatives.every((names) => sets.has([...names].sort().join()));
}
