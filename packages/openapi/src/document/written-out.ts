/** More values than a document of a hundred megabytes has. */
const MOST_VALUES = 10_000_000;

/**
 * Why a value that YAML's aliases put together cannot be written out: it contains itself, or repeats parts of itself so
 * often that it never ends for any practical purpose. Undefined where it can.
 */
export function whyEndless(value: unknown): string | undefined {
  const around = new Set<unknown>();
  let count = 0;
  const visit = (part: unknown): string | undefined => {
    if (++count > MOST_VALUES) return `aliases stand for more than ${MOST_VALUES} values; write less of it by aliases`;
    if (typeof part !== "object" || part === null) return undefined;
    if (around.has(part)) return "an alias stands for something that it is a part of; use $ref for what is recursive";
    around.add(part);
    for (const member of Object.values(part)) {
      const why = visit(member);
      if (why !== undefined) return why;
    }
    around.delete(part);
    return undefined;
  };
  return visit(value);
}
