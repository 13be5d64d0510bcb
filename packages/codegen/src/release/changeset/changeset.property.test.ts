import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFiles } from "@earmark/testing";
import fc from "fast-check";
import { expect, it } from "vitest";
import { changesetPath, changesetText, handWritten, PETS, releasedWorkspace } from "../../testing/api-workspace.ts";
import { runChangeset } from "../../testing/run-changeset.ts";

const check = (root: string) => runChangeset(root, { check: true });

const EDITS: readonly (readonly [from: string, to: string])[] = [
  ["name: { type: string, desc", "title: { type: string, desc"],
  ["maxLength: 100", "maxLength: 50"],
  ["What it answers to.", "What it comes to."],
  ["[cat, dog]", "[cat, dog, fish]"],
  ["operationId: FetchPet", "operationId: GetPet"],
  ["Done.", "Changed."],
];

/** What a person does to a workspace between two runs. */
type Step =
  | { readonly kind: "edit"; readonly edits: readonly (readonly [string, string])[] }
  | { readonly kind: "bump"; readonly line: number; readonly to: string; readonly because: string | undefined }
  | { readonly kind: "own"; readonly owner: string; readonly to: string };

const level = fc.constantFrom("none", "patch", "minor", "major");
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("edit" as const), edits: fc.subarray([...EDITS]) }),
  fc.record({
    kind: fc.constant("bump" as const),
    line: fc.nat(5),
    to: level,
    because: fc.option(fc.constant("it is never called"), { nil: undefined }),
  }),
  fc.record({ kind: fc.constant("own" as const), owner: fc.constantFrom("shelter", "pets-types", "other"), to: level }),
);

async function take(root: string, what: Step): Promise<void> {
  if (what.kind === "edit") {
    const document = what.edits.reduce((text, [from, to]) => text.replace(from, to), PETS);
    await writeFiles(root, { "openapi/pets.yaml": document });
  } else if (what.kind === "own") {
    await writeFiles(root, { ".changeset/own.md": changesetText({ [what.owner]: what.to }) });
  } else {
    const [name] = await apiChangesets(root);
    if (name === undefined) return;
    const lines = (await readFile(changesetPath(root, name), "utf8")).split("\n");
    const bumps = lines.flatMap((line, index) => (line.startsWith('"') ? [index] : []));
    const index = bumps[what.line % bumps.length] ?? 0;
    const line = (lines[index] ?? "").replace(/(?<=: )\w+/, what.to);
    lines[index] = what.because === undefined ? line : `${line}, because ${what.because}`;
    await writeFile(changesetPath(root, name), lines.join("\n"));
  }
}

async function apiChangesets(root: string): Promise<string[]> {
  return (await readdir(join(root, ".changeset"))).filter((name) => name.startsWith("api-"));
}

async function contents(root: string): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(join(root, ".changeset"))).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(changesetPath(root, name), "utf8")])),
  );
}

it("always passes its own check, and changes nothing when it runs twice, whatever people do in between", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      const root = await releasedWorkspace(handWritten());
      for (const what of steps) {
        await take(root, what);
        const before = await contents(root);
        expect(await runChangeset(root)).toMatchObject({ code: 0 });
        const after = await contents(root);
        expect(await check(root)).toMatchObject({ code: 0, out: [] });
        expect(await runChangeset(root)).toMatchObject({ code: 0, out: [] });
        expect(await contents(root)).toEqual(after);
        for (const [name, text] of Object.entries(before)) if (!name.startsWith("api-")) expect(after[name]).toBe(text);
      }
    }),
    { numRuns: 8 },
  );
});
