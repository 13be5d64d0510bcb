import { code, counted, markdown } from "@earmark/openapi";
import { addressText } from "../address.ts";
import { type Comparison, type Drift, type Repair, type Report, staleRepairs } from "../comparison.ts";
import { adviceOf, type DriftGroup, groupsOf, verdictOf } from "./group.ts";

/** For an issue or a pull request: what is to be done is to be seen, the rest can be unfolded. */
export function formatMarkdown({ provider, comparisons, notTakenOver }: Report): string {
  return [
    ...comparisons.flatMap((comparison) => comparisonMarkdown(comparison, provider)),
    ...(notTakenOver.length === 0
      ? []
      : [
          "<details>",
          `<summary>${counted(notTakenOver.length, "operation")} not taken over</summary>`,
          "",
          ...notTakenOver.map((address) => `- ${code(addressText(address))}`),
          "",
          "</details>",
        ]),
  ]
    .join("\n")
    .trimEnd();
}

function comparisonMarkdown(comparison: Comparison, provider: string): string[] {
  const { file, drifts, repairs } = comparison;
  const stale = staleRepairs(comparison);
  const needed = repairs.filter(({ state }) => state === "needed");
  return [
    `### ${code(file)} beside ${code(provider)}`,
    "",
    `**${verdictOf(comparison)}**`,
    "",
    ...groupsOf(drifts).flatMap(groupMarkdown),
    ...(drifts.length === 0 ? [] : [markdown(adviceOf(comparison)), ""]),
    ...(stale.length === 0 ? [] : ["Repairs to look at:", "", ...stale.map(staleMarkdown), ""]),
    ...(needed.length === 0
      ? []
      : [
          "<details>",
          `<summary>${counted(needed.length, "repair")} at work</summary>`,
          "",
          ...needed.map(neededMarkdown),
          "",
          "</details>",
          "",
        ]),
  ];
}

function groupMarkdown({ operations, drifts }: DriftGroup): string[] {
  const heading =
    operations.length === 0 ? "The document" : operations.map((address) => code(addressText(address))).join(", ");
  return [heading, "", ...drifts.map(driftMarkdown), ""];
}

const WORDS: Readonly<Record<Drift["direction"], string>> = {
  provider: "theirs",
  ours: "ours",
  differs: "differs",
};

function driftMarkdown({ direction, message, location: { file, line } }: Drift): string {
  return `- **${WORDS[direction]}** ${markdown(message)} (${code(`${file}:${line}`)})`;
}

function staleMarkdown({ message, reason, target, location: { file, line } }: Repair): string {
  return `- ${code(target)}: ${markdown(message)} (${code(`${file}:${line}`)})\n  > ${markdown(oneLine(reason))}`;
}

function neededMarkdown({ reason, location: { file, line } }: Repair): string {
  return `- ${markdown(oneLine(reason))} (${code(`${file}:${line}`)})`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ");
}
