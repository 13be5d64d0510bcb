import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Level } from "@earmark/openapi-diff";
import { writeFiles } from "@earmark/testing";
import { expect } from "vitest";
import { type ChangesetFile, documentOf, parseChangeset } from "../release/changeset/api-changeset.ts";
import { changesetPath, isApiChangeset, PETS, releasedWorkspace } from "./api-workspace.ts";
import type { Outcome } from "./run.ts";
import { runChangeset } from "./run-changeset.ts";

export const check = (root: string): Promise<Outcome> => runChangeset(root, { check: true });

export const RENAMED: string = PETS.replace("name: { type: string, desc", "title: { type: string, desc");
export const ADDED: string = PETS.replace(
  "Name: { type: string, maxLength: 100 }",
  "$&\n        Age: { type: integer }",
);
export const TIGHTENED: string = PETS.replace("maxLength: 100", "maxLength: 50");
export const REWORDED: string = PETS.replace("What it answers to.", "What it comes to.");

/** A changeset, with its bumps by the name of the package. */
export type Written = Omit<ChangesetFile, "bumps"> & { readonly bumps: Readonly<Record<string, Level>> };

/** The API changeset of a workspace, or undefined where there is none. */
export async function written(root: string): Promise<Written | undefined> {
  const [only, ...others] = Object.values(await writtenFor(root)).flat();
  expect(others).toEqual([]);
  return only;
}

/** The API changesets of a workspace by the document that they tell of. */
export async function writtenFor(root: string): Promise<Readonly<Record<string, readonly Written[]>>> {
  const names = (await readdir(join(root, ".changeset"))).filter(isApiChangeset).sort();
  const files = await Promise.all(
    names.map(async (name) => {
      const file = parseChangeset(name, await readFile(changesetPath(root, name), "utf8"));
      return [documentOf(file) ?? "", { ...file, bumps: Object.fromEntries(file.bumps) }] as const;
    }),
  );
  const groups = Map.groupBy(files, ([document]) => document);
  return Object.fromEntries([...groups].map(([document, group]) => [document, group.map(([, file]) => file)]));
}

export const edit = (root: string, document: string): Promise<void> =>
  writeFiles(root, { "openapi/pets.yaml": document });

export async function edited(document: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = await releasedWorkspace(files);
  await edit(root, document);
  return root;
}

/** What a person makes of the file that was written. */
export async function byHand(root: string, change: (text: string) => string): Promise<void> {
  const { name, text } = (await written(root)) ?? { name: "", text: "" };
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(changesetPath(root, name), changed);
}
