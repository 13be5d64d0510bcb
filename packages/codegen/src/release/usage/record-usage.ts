import type { Edition } from "../../generate.ts";
import type { WorkspaceDocument } from "../../workspace.ts";
import type { CompileUsage } from "./compile-usage.ts";
import { usageSample } from "./usage-sample.ts";

/** Beyond this, what does not compile is left as it is. A statement that goes takes no other with it more than once. */
const MOST_ROUNDS = 3;

/**
 * The usage sample of a document, to be compiled with what a later one becomes.
 *
 * What does not compile with what the document itself becomes is left out: types can be looser or stranger than the
 * document, and a sample has to be beyond doubt.
 */
export function recordUsage(edition: Edition, owner: WorkspaceDocument, compile: CompileUsage): string {
  let sample = usageSample(edition);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const wrong = new Set(compile(sample, edition.targets(), owner).map(({ line }) => line));
    if (wrong.size === 0) break;
    sample = sample
      .split("\n")
      .filter((_line, index) => !wrong.has(index + 1))
      .join("\n");
  }
  return sample;
}
