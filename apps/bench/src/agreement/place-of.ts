/** Where an issue is, in whichever of the peers' three ways it says so: `quality_issues/1`. */
export function placeOf(issue: unknown): string {
  if (typeof issue !== "object" || issue === null) throw new TypeError("an issue is not an object");
  if ("instancePath" in issue) return String(issue.instancePath).slice(1);
  if (!("path" in issue) || !isIterable(issue.path)) throw new TypeError("an issue does not say where it is");
  return Array.from(issue.path, key).join("/");
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

function key(step: unknown): string {
  return String(typeof step === "object" && step !== null && "key" in step ? step.key : step);
}
