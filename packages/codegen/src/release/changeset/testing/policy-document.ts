import { GENERATED_CHANNELS, GENERATED_KINDS } from "../../../workspace/layout.ts";
import { BUMPS, EXCEPTIONS, REASONS } from "../policy.ts";

/** `POLICY.md`: the release policy for people, from the tables that decide. */
export function policyDocument(): string {
  return `# Release policy

Written from \`src/release/changeset/policy.ts\` by its test. \`codegen diff\` says what a change of a document means, on five channels, before any policy ([RULES.md](../openapi-diff/RULES.md)); here is what \`codegen changeset\` makes of it.

## From a change to a bump

A package gets the highest bump over the channels that it exposes.

| reason | when | version 0.x | 1.0 and later |
|---|---|---|---|
${REASONS.map((reason) => {
  const { means, unstable, stable } = BUMPS[reason];
  return `| ${reason} | ${means} | ${unstable} | ${stable} |`;
}).join("\n")}

Before 1.0, a range such as \`^0.3.1\` takes in \`0.3.2\` and refuses \`0.4.0\`: its users have agreed to every patch and to no minor. So a breaking change is a minor there, which no install takes unasked, and an addition a patch, which every install takes. Were additions minors too, they would look like what breaks. A person who thinks otherwise of one release raises the bump; 1.0 is declared in the same way.

A new document makes the packages that are generated from it new, and is an addition for packages that depend on them, or have a folder that is generated from it.

## Which channels a package exposes

A published package says so in its \`package.json\`, \`"earmark": { "channels": ["wire", "docs"] }\`. Generated packages have it from the beginning:

| package | channels |
|---|---|
${GENERATED_KINDS.map((kind) => `| \`NAME-${kind}\` | ${GENERATED_CHANNELS[kind].join(", ")} |`).join("\n")}

A package that has several of these parts, such as \`NAME-api\` of the layout \`package\` or one with a folder of the layout \`folder\`, has the channels of all of them. Any other package that depends on one of them, directly or through others, exposes all channels unless it says less. What is only in its \`devDependencies\` counts when it declares channels: then it is bundled; otherwise it is a tool. Private packages, and those that \`.changeset/config.json\` ignores, are never in a changeset; where all packages that have an API are private, there is nothing to release.

## Where the diff says more than users of the packages see

| rule | where | counts as | because |
|---|---|---|---|
${EXCEPTIONS.map(({ rule, where, impact, because }) => {
  const levels = Object.entries(impact).map(([channel, level]) => `${channel} ${level}`);
  return `| \`${rule}\` | ${where === "open-enumeration" ? "the enumeration is emitted open" : where} | ${levels.join(", ")} | ${because} |`;
}).join("\n")}

An enumeration of responses is emitted open unless it has one value only, mixes types, or stands where a laxer schema would make another one stricter (\`not\`, \`if\`, \`oneOf\` without a discriminator). The \`/strict\` entry points have the document to the letter, for servers; they follow the client's view in what their changes count as.

Everything else counts as the diff says. In particular:

- A changed **default** of a request is breaking on the wire: the same call means something else.
- A changed or removed **server** is breaking on the wire: clients have its address built in, and a client that is not upgraded calls the wrong one. Code compiles as before, unless no absolute server is left: then a client must be given its base URL.
- **Documentation** alone is a patch where it is shipped: in declarations, in the help of a command line.
- **Other generated files for the same API**, because the generator changed, are a patch of the packages that contain them. The files are compared with those of the last release, byte by byte.

## Exports

Code that is written by hand has no document that says what its users see; its exports do. \`exports.md\`, beside the \`package.json\` of each published package, has their declarations, \`exports.released.md\` those of the last release. \`codegen changeset --check\` compares the two:

| export | version 0.x | 1.0 and later |
|---|---|---|
| removed, or declared otherwise | ${BUMPS.breaking.unstable} | ${BUMPS.breaking.stable} |
| added | minor | minor |

Declarations that an exported one refers to, and that are not exported, count as part of it. In generated packages, added names are judged by the diff of the document.

## What a person decides

Raise a bump in the file that \`codegen changeset\` wrote, or in a changeset of your own; the highest counts. Lower one in that file, with the reason behind it:

\`\`\`yaml
"@earmark/annotation-client": patch # breaking, because it could not be called before
\`\`\`

Both survive the next run. What exports ask for may be lowered in any changeset, in the same way. A bump that is too low without a reason does not pass \`codegen changeset --check\`.

Where there are no changesets, the version in \`package.json\` is what a person decides, and only what breaks is held to it: \`--check\` fails where the version was not raised as far as a breaking change needs, neither since the branch began nor since the last release.
`;
}
