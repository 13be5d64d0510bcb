import { CHANNELS, type Impact } from "../rules/impact.ts";
import { RULES, type RuleId, type SchemaEdit } from "../rules/index.ts";
import { DOCUMENT_EXAMPLES } from "./document-examples.ts";
import { OPERATION_EXAMPLES } from "./operation-examples.ts";
import type { Example } from "./rule-example.ts";
import { SCHEMA_EXAMPLES } from "./schema-examples.ts";

const INTRODUCTION = `# Rules of \`codegen diff\`

What each edit of a document means, before any release policy. Written from the rules' own tests: to change it, change
the tables in \`src/rules\` and the examples in \`src/testing\`.

- **wire**: programs that already run, on either side of the network.
- **types**: source code that is compiled against the generated declarations.
- **validators**: which values the generated validators accept.
- **surface**: names that the generated packages export.
- **docs**: people who read.

\`major\` breaks callers or code, \`minor\` adds something, \`patch\` is seen and changes nothing to rely on.

An edit of a schema has two rules, since it means one thing in requests and another one in responses; a schema that travels
both ways gets both. What only the other side writes (\`readOnly\` in requests, \`writeOnly\` in responses) is left out.
Callbacks and webhooks turn requests and responses round: there, the server sends what callers handle.
Schemas that no operation uses travel nowhere, and have rules of their own.
`;

/** The text of RULES.md. */
export function rulesDocument(): string {
  return [
    INTRODUCTION,
    "## Schemas\n",
    ...entries(SCHEMA_EXAMPLES).map(([edit, example]) => section(edit, schemaRules(edit), example)),
    "## Operations, parameters, bodies and responses\n",
    ...entries(OPERATION_EXAMPLES).map(([rule, example]) => section(rule, [rule], example)),
    "## Names, security, servers and documentation\n",
    ...entries(DOCUMENT_EXAMPLES).map(([rule, example]) => section(rule, [rule], example)),
  ].join("\n");
}

/** The rules of an edit in both directions. */
function schemaRules(edit: SchemaEdit): RuleId[] {
  return [`request-${edit}`, `response-${edit}`];
}

/** `Object.entries` with the keys that a complete table has. */
function entries<Key extends string>(table: Readonly<Record<Key, Example>>): [Key, Example][] {
  return Object.entries(table) as [Key, Example][];
}

function section(title: string, rules: readonly RuleId[], [before, after]: Example): string {
  const rows = rules.map((id) => {
    const { impact, consequence } = RULES[id];
    return `| \`${id}\` | ${levels(impact)} | ${consequence} |`;
  });
  return [
    `### ${title}\n`,
    `| rule | ${CHANNELS.join(" | ")} | |`,
    `|---|${CHANNELS.map(() => "---|").join("")}---|`,
    ...rows,
    "",
    "```diff",
    ...lineDiff(before.split("\n"), after.split("\n")),
    "```\n",
  ].join("\n");
}

function levels(impact: Impact): string {
  return CHANNELS.map((channel) => (impact[channel] === "none" ? "" : impact[channel])).join(" | ");
}

/** Lines that stay, go and come, by their longest common subsequence. */
function lineDiff(before: readonly string[], after: readonly string[]): string[] {
  const [old, ...olds] = before;
  const [now, ...nows] = after;
  if (old === undefined) return after.map((line) => `+ ${line}`);
  if (now === undefined) return before.map((line) => `- ${line}`);
  if (old === now) return [`  ${old}`, ...lineDiff(olds, nows)];
  const [removed, added] = [
    [`- ${old}`, ...lineDiff(olds, after)],
    [`+ ${now}`, ...lineDiff(before, nows)],
  ];
  return changes(added) < changes(removed) ? added : removed;
}

function changes(lines: readonly string[]): number {
  return lines.filter((line) => !line.startsWith(" ")).length;
}
