import { code, markdown } from "@earmark/openapi";
import { disagreementText, type Need, type Plan, pendingBump } from "../../release/changeset/index.ts";

/** Which packages will be released, and why; which are generated anew; and what old code says against the verdict. */
export function releasesMarkdown(plan: Plan): readonly string[] {
  return [...needsMarkdown(plan), ...regeneratedMarkdown(plan), ...disagreementMarkdown(plan)];
}

function needsMarkdown(plan: Plan): readonly string[] {
  const head = ["", "### Releases", ""];
  if (plan.needs.length === 0) return [...head, "No package needs a release because of this."];
  return [
    ...head,
    "| package | version | bump | because of |",
    "|---|---|---|---|",
    ...plan.needs.map((need) => {
      const { name, version } = need.package;
      return `| ${code(name)} | ${version} | ${bumpText(need, plan)} | ${reasonText(need)} |`;
    }),
  ];
}

/** What a person has decided in a changeset counts. */
function bumpText(need: Need, plan: Plan): string {
  const { level } = need;
  const { level: pending, because } = pendingBump(need, plan);
  if (pending === "none" || pending === level) return level;
  return because === undefined
    ? `${pending}, raised from ${level}`
    : `${pending}, lowered from ${level} because ${markdown(because)}`;
}

function reasonText({ reason, channels }: Need): string {
  if (reason === "new") return "first version";
  if (channels.length === 0) return "other generated files for the same API";
  return `${reason}: ${channels.join(", ")}`;
}

function regeneratedMarkdown({ comparisons }: Plan): readonly string[] {
  const names = comparisons.flatMap(({ document, regenerated }) =>
    regenerated.map((kind) => code(`packages/${document.name}-${kind}`)),
  );
  return names.length === 0 ? [] : ["", `Generated anew: ${names.join(", ")}.`];
}

function disagreementMarkdown({ comparisons }: Plan): readonly string[] {
  const [first, ...rest] = comparisons.flatMap(disagreementText).flatMap((text) => text.split("\n"));
  if (first === undefined) return [];
  return ["", "> [!WARNING]", ...[first, ...rest].map((line) => `> ${markdown(line)}`)];
}
