import { basename, dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { dump } from "js-yaml";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { DISK, type Files, type Source } from "../document/files.ts";
import { EXPECTED_DOCUMENT, type Reading, readDocument } from "../document/read.ts";
import { readSource } from "../document/read-source.ts";
import { visitReferences } from "../document/references.ts";
import { resolve as resolveWithin } from "../document/resolve.ts";
import { decoded, placesAround, pointerTo } from "../json/json-pointer.ts";
import type { AppliedAction } from "./apply-overlay.ts";
import type { Action, Overlay } from "./overlay.ts";

/** The files of a document, of which the document itself is as overlays have left it, and what is to be said of them. */
interface Overlaid {
  /** Undefined where an overlay cannot be applied; an error says why. */
  readonly files: Files | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A document after overlays as far as it could be read. */
interface OverlaidReading extends Reading, Overlaid {}

/**
 * Reads a document as {@link readDocument}, after overlays, which are applied to the document itself, one after the other.
 * Files that it refers to are as they are: what a reference leads to is no part of what an overlay selects. Places lead to
 * the overlay where that wrote something.
 *
 * @param overlays Paths of OpenAPI Overlays.
 */
export async function readOverlaid(
  path: string,
  overlays: readonly string[],
  origin: string = basename(path),
  files: Files = DISK,
): Promise<OverlaidReading> {
  const overlaid = await overlaidFiles(path, overlays, files);
  if (overlaid.files === undefined) return { document: undefined, ...overlaid };
  const { document, diagnostics } = await readDocument(path, origin, overlaid.files);
  const names = overlays.map((overlay) => relative(dirname(resolve(path)), resolve(overlay)).replaceAll("\\", "/"));
  return {
    files: overlaid.files,
    document: document && { ...document, overlays: names },
    diagnostics: [...overlaid.diagnostics, ...diagnostics],
  };
}

/** Files in which a document is as overlays leave it. */
export async function overlaidFiles(path: string, overlays: readonly string[], files: Files = DISK): Promise<Overlaid> {
  if (overlays.length === 0) return { files, diagnostics: [] };
  const { source, diagnostics: unread } = await readSource(path, EXPECTED_DOCUMENT, files);
  if (source === undefined) return { files: undefined, diagnostics: unread };
  // Most documents have none, and a library for JSONPath is loaded with them.
  const [{ applyOverlay }, { readOverlay }] = await Promise.all([
    import("./apply-overlay.ts"),
    import("./read-overlay.ts"),
  ]);
  const diagnostics: Diagnostic[] = [];
  const removals = new Map<string, Removal>();
  let edited: Source = source;
  for (const file of overlays) {
    const { overlay, diagnostics: mistakes } = await readOverlay(file, files);
    diagnostics.push(...mistakes);
    if (overlay === undefined || mistakes.length > 0) continue;
    diagnostics.push(...otherDocument(overlay, file, path));
    const { actions, ...written } = applyOverlay(edited, overlay);
    for (const { action, removed } of actions)
      for (const pointer of removed) removals.set(pointer, { action, overlay });
    edited = { ...edited, ...written, text: `${edited.text}\0${overlay.text}` };
    diagnostics.push(...actions.flatMap((action) => outcomeOf(action, overlay)));
  }
  diagnostics.push(...missedRemovals(removals, edited));
  const isBroken = diagnostics.some(({ severity }) => severity === "error");
  return { files: isBroken ? undefined : withEdited(files, resolve(path), edited), diagnostics };
}

function withEdited(files: Files, path: string, edited: Source): Files {
  let text: string | undefined;
  return {
    read: async (file) => {
      if (file !== path) return files.read(file);
      text ??= dump(edited.root, { noRefs: true, lineWidth: -1 });
      return text;
    },
    display: (file) => files.display(file),
    edited: (file) => (file === path ? edited : files.edited?.(file)),
  };
}

/** What the author of an overlay should know of an action. */
function outcomeOf({ action, outcome }: AppliedAction, overlay: Overlay): readonly Diagnostic[] {
  const { pointer, target } = action;
  if (outcome.kind === "unmatched") {
    const message = `${target.text} selects nothing in the document; correct it, or remove the action`;
    return [diagnose("overlay-target", overlay, `${pointer}/target`, message)];
  }
  if (outcome.kind !== "refused") return [];
  const { reason, origin } = outcome;
  return [diagnose("overlay-action", origin, origin.pointer, `${target.text}: ${reason}`)];
}

/** What has removed something. */
interface Removal {
  readonly action: Action;
  readonly overlay: Overlay;
}

/** Where the document still refers to what has been removed: that a reference leads nowhere does not say why. */
function missedRemovals(removals: ReadonlyMap<string, Removal>, { root, placeOf }: Source): readonly Diagnostic[] {
  if (removals.size === 0) return [];
  const missed = new Map<Removal, string>();
  visitReferences(root, (ref, path) => {
    const around = ref.startsWith("#/") ? placesAround(decoded(ref)) : [];
    const removal = around.map((pointer) => removals.get(pointer)).find(Boolean);
    const pointer = pointerTo("#", ...path);
    if (removal === undefined || missed.has(removal) || resolveWithin(ref, () => pointer, root) !== undefined) return;
    const { file, line, column } = placeOf(pointerTo(pointer, "$ref"));
    missed.set(removal, `it removes ${ref}, which ${file}:${line}:${column} refers to; edit that as well`);
  });
  return [...missed].map(([{ action, overlay }, message]) => {
    const { pointer, target } = action;
    return diagnose("overlay-action", overlay, `${pointer}/target`, `${target.text}: ${message}`, {
      severity: "warning",
    });
  });
}

/** Where an overlay says that it was written for another file. */
function otherDocument(overlay: Overlay, file: string, path: string): readonly Diagnostic[] {
  const { extends: target } = overlay;
  if (target === undefined || (/^[a-z][a-z\d+.-]+:/i.test(target) && !target.startsWith("file:"))) return [];
  const intended = target.startsWith("file:") ? fileURLToPath(target) : resolve(dirname(file), decodeURI(target));
  if (intended === resolve(path)) return [];
  const message = `expected an overlay for ${basename(path)}, received one that extends ${target}; correct one of them`;
  return [diagnose("overlay-extends", overlay, "#/extends", message)];
}
