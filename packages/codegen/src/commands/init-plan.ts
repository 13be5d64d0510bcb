import { existsSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { formatDiagnostics } from "@earmark/openapi";
import type { Generated } from "../generate.ts";
import { type Advice, adopt } from "../workspace/adoption.ts";
import type { Config } from "../workspace/config.ts";
import { presentDocuments, type WorkspaceDocument } from "../workspace/documents.ts";
import { Edits } from "../workspace/edits.ts";
import { FIRST_CALL, FIRST_DOCUMENT, FIRST_NAME } from "../workspace/first-package.ts";
import { errorsOf } from "../workspace/lint-documents.ts";
import { CONFIG_FILE, configText, type LoadedConfig, loadConfig } from "../workspace/load-config.ts";
import { type PlacedDocument, placeDocument, pulled, type Surroundings } from "../workspace/place-document.ts";
import { isPublished } from "../workspace/published-document.ts";
import { scaffold } from "../workspace/scaffold.ts";
import { type NewContent, replaceFiles } from "../workspace/staged-file.ts";
import { findDrift, type Target } from "../workspace/target.ts";
import { UsageError } from "../workspace/usage-error.ts";
import { generateNew } from "./generate-new.ts";
import { firstCall } from "./next-steps.ts";

/** What `init` is called with. */
export interface InitOptions {
  /** The document to begin with: a file or a URL. */
  readonly spec?: string;
  /** What it is called. */
  readonly name?: string;
  /** The scope of generated packages, where the root package has none. */
  readonly scope?: string;
}

/** What `init` is about to do. Nothing of it is written yet. */
export interface Plan {
  /** Files that people edit from then on. */
  readonly files: readonly NewContent[];
  /** Folders of generated files. */
  readonly targets: readonly Target[];
  /** All files that change, from the root: sorted. */
  readonly changed: readonly string[];
  /** What there is to say of the documents, a line each. */
  readonly notes: readonly string[];
  readonly advice: Advice;
  /** The document that the next steps are about, and a first call of its client: lines, or the file that has them. */
  readonly first: { readonly document: WorkspaceDocument; readonly call: readonly string[] | string } | undefined;
}

/** Why nothing can be generated: what is wrong with the documents, a line each. */
interface Refusal {
  readonly errors: readonly string[];
}

/**
 * Plans to make the repository of a root folder ready.
 *
 * @param started Files of a package that did not exist before.
 * @param cwd The folder that the path of a document is relative to.
 * @throws {UsageError} where something is in the way.
 * @throws {DocumentError} where a document is none.
 * @throws {RemoteDocumentError} where one cannot be fetched.
 */
export async function planInit(
  root: string,
  started: readonly NewContent[],
  options: InitOptions,
  cwd: string,
  surroundings: Surroundings,
): Promise<Plan | Refusal> {
  const present = await loadConfig(root);
  const config: Config = { ...present.config, ...(options.scope !== undefined && { scope: options.scope }) };
  const placed = await documentsFor(options, cwd, root, config, surroundings);
  const errors = await errorsOf(placed.map(({ readFrom }) => readFrom));
  if (errors.length > 0) return { errors: formatDiagnostics(errors) };
  const outcomes: Outcome[] = [];
  for (const { document, readFrom } of placed)
    outcomes.push({ document, generated: await generateNew(root, document, readFrom) });
  const targets = outcomes.flatMap(({ generated }) => generated.targets);
  const edits = new Edits(root);
  const advice = await adopt(
    root,
    placed.map(({ document }) => document),
    targets,
    edits,
  );
  editConfig(present, config, placed, edits);
  const scaffolded = await Promise.all(
    outcomes.map(({ document, generated }) => scaffold(root, document, generated, edits)),
  );
  const first = firstOf(outcomes, started.length > 0, edits);
  const files = [...placed.flatMap((one) => one.files), ...edits.changed(), ...scaffolded.flat()];
  return {
    files,
    targets,
    changed: await changedPaths(root, [...started, ...files], targets),
    notes: outcomes.flatMap(({ generated }) => formatDiagnostics(generated.diagnostics)),
    advice,
    first,
  };
}

/** A document, and what it becomes. */
interface Outcome {
  readonly document: WorkspaceDocument;
  readonly generated: Generated;
}

/** A package that was started here gets the call as a file. */
function firstOf([outcome]: readonly Outcome[], isStarted: boolean, edits: Edits): Plan["first"] {
  if (outcome === undefined) return undefined;
  const { document, generated } = outcome;
  const call = firstCall(document, generated.model);
  if (!isStarted) return { document, call };
  edits.create(FIRST_CALL, `${call.join("\n")}\n`);
  return { document, call: FIRST_CALL };
}

async function changedPaths(
  root: string,
  files: readonly NewContent[],
  targets: readonly Target[],
): Promise<readonly string[]> {
  const drift = (await Promise.all(targets.map(findDrift))).flat();
  return [...new Set([...files, ...drift].map(({ path }) => relative(root, path)))].sort();
}

/** The documents of a workspace: that of the call, else those that are there, else one to begin with. */
async function documentsFor(
  { spec, name }: InitOptions,
  cwd: string,
  root: string,
  config: Config,
  surroundings: Surroundings,
): Promise<readonly PlacedDocument[]> {
  if (spec !== undefined) return [await placeDocument({ spec, name }, cwd, root, config, surroundings)];
  const placed: PlacedDocument[] = [];
  for (const document of await presentDocuments(root, config)) {
    const { path } = document;
    if (isPublished(document) && !existsSync(path)) placed.push(await pulled(document, root, config, surroundings));
    else placed.push({ document, readFrom: path, files: [], settings: undefined });
  }
  if (placed.length > 0) return placed;
  const file = join(surroundings.scratch, `${name ?? FIRST_NAME}.yaml`);
  await replaceFiles([{ path: file, content: FIRST_DOCUMENT }]);
  return [await placeDocument({ spec: file, name }, cwd, root, config, surroundings)];
}

/** @throws {UsageError} where a config would have to say more that is code: people edit that. */
function editConfig(
  { config: present, file }: LoadedConfig,
  wanted: Config,
  placed: readonly PlacedDocument[],
  edits: Edits,
): void {
  const documents = Object.fromEntries(
    placed.flatMap(({ document, settings }) => (settings === undefined ? [] : [[document.name, settings]])),
  );
  const added: Config = {
    ...(wanted.scope !== present.scope && wanted.scope !== undefined && { scope: wanted.scope }),
    ...(Object.keys(documents).length > 0 && { documents }),
  };
  if (Object.keys(added).length === 0) return;
  if (file === undefined) {
    edits.create(CONFIG_FILE, configText(added));
    return;
  }
  if (!file.endsWith(".json"))
    throw new UsageError(
      `${file} is there already and is code; add ${JSON.stringify(added)} to it, and run this again`,
    );
  const path = basename(file);
  if (added.scope !== undefined) edits.setDefault(path, ["scope"], added.scope);
  for (const [name, settings] of Object.entries(documents)) edits.setDefault(path, ["documents", name], settings);
}
