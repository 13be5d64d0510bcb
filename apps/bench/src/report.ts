import { formatSection } from "./format-section.ts";
import { machine } from "./machine.ts";
import type { Section } from "./measure/table.ts";
import type { Options } from "./options.ts";

/** All that was found, as text or as JSON. */
export function report(sections: readonly Section[], { json, quick }: Pick<Options, "json" | "quick">): string {
  const where = machine();
  if (json) return `${JSON.stringify({ machine: where, quick, sections }, null, 2)}\n`;
  const { node, platform, cpu, cores, load } = where;
  const head = [
    `Node ${node}, ${platform}, ${cores} × ${cpu}, load ${load.toFixed(1)}`,
    "ratio: peer divided by ours within one round, median over the rounds; above 1, ours is faster or smaller",
    ...(quick ? ["--quick: too few rounds to learn anything from"] : []),
  ].join("\n");
  return `${[head, ...sections.map(formatSection)].join("\n\n")}\n`;
}
