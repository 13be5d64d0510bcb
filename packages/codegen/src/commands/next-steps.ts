import { relative } from "node:path";
import type { Model } from "@earmark/openapi";
import { exampleCall } from "../emit/index.ts";
import { moduleMarker } from "../standalone.ts";
import { conventionsOf } from "../workspace/conventions.ts";
import type { WorkspaceDocument } from "../workspace/documents.ts";
import { packageJsonOf } from "../workspace/files.ts";
import type { Output } from "../workspace/layout.ts";
import { codegenCall, installCall, packageManagerOf, scriptCall } from "../workspace/package-manager.ts";

/** A first call of the client of a document, for the package that has the client or one like it; empty where there is none. */
export function firstCall(document: WorkspaceDocument, model: Model): readonly string[] {
  const output = clientOf(document);
  // Generated files are marked as ES modules where the files around them are none.
  return output === undefined
    ? []
    : exampleCall(model, output.specifierOf("client", "."), moduleMarker(output).length === 0);
}

/**
 * What comes after `init`, for the document that it was about.
 *
 * @param example A first call, or the file that has it.
 */
export async function nextSteps(
  root: string,
  document: WorkspaceDocument,
  example: readonly string[] | string,
): Promise<readonly string[]> {
  const client = clientOf(document);
  return [
    ...(client === undefined ? [] : await stepsToCall(root, client, example)),
    "",
    `${afterEdit(root, document)}; for the whole loop up to the release, \`${codegenCall(root, "api-update")}\`.`,
    `For a release of what changed: \`${codegenCall(root, "version")}\`, then publish as you do.`,
    `For another document: \`${codegenCall(root, "init --spec FILE-OR-URL")}\`.`,
  ];
}

function clientOf({ outputs }: WorkspaceDocument): Output | undefined {
  return outputs.find(({ kinds }) => kinds.includes("client"));
}

async function stepsToCall(
  root: string,
  { package: name, owner }: Output,
  example: readonly string[] | string,
): Promise<readonly string[]> {
  const manager = packageManagerOf(root);
  if (typeof example === "string")
    return ["", `Next: ${example} has a first call; \`${scriptCall(manager, "typecheck")}\` checks it.`];
  const call = ["", ...example.map((line) => (line === "" ? "" : `  ${line}`))];
  if (name === undefined) {
    const place = relative(root, owner) === "" ? "this package" : relative(root, owner);
    return ["", `Next, a first call, from a file of ${place}:`, ...call];
  }
  const { version } = packageJsonOf(owner);
  const range = (await conventionsOf(root)).siblingRange(typeof version === "string" ? version : "0.0.0");
  return [
    "",
    `Next, add "${name}": "${range}" to the dependencies of a package, run \`${installCall(manager)}\`, and make a first call there:`,
    ...call,
  ];
}

function afterEdit(root: string, { origin, source, name }: WorkspaceDocument): string {
  const generate = codegenCall(root, "generate");
  if (source === undefined) return `After an edit of ${origin}: \`${generate}\``;
  return `After a new edition of ${origin} is published: \`${codegenCall(root, `pull ${name}`)}\` and \`${generate}\``;
}
