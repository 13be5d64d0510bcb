import type { Comparison } from "./comparison.ts";

/** As many statements as show what is going on. */
const MOST_ERRORS = 5;

/** What is said to the person who runs a comparison where old code contradicts the rules; nothing where it does not. */
export function disagreementText({ document: { origin }, disagreement }: Comparison): readonly string[] {
  if (disagreement === undefined) return [];
  if (disagreement.kind === "compiles") {
    const rules = disagreement.rules.join(", ");
    return [
      `${origin}: ${rules} should break source code, but all code written for the last release that we can think of still compiles. The bump stays; if it is too high, lower it with that reason.`,
    ];
  }
  const { errors, cause } = disagreement;
  const shown = errors.slice(0, MOST_ERRORS).map(({ statement, message }) => `  ${statement}\n    ${message}`);
  const more = errors.length - shown.length;
  return [
    cause === "generator"
      ? `${origin}: the generator declares the same API in another way, with which code written for the last release does not compile. It is released as breaking.`
      : `${origin}: no rule says that source code breaks, but code written for the last release does not compile. It is released as breaking; please report the rule that is missing.`,
    ...shown,
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
