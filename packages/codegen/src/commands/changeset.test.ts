import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import {
  changesetPath,
  changesetText,
  handWritten,
  PETS,
  packagesOf,
  releasedWorkspace,
} from "../testing/api-workspace.ts";
import { ADDED, byHand, check, edit, edited, RENAMED, REWORDED, TIGHTENED, written } from "../testing/changesets.ts";
import { runChangeset } from "../testing/run-changeset.ts";

describe("codegen changeset", () => {
  const generated = (types: string, validators: string, client: string) => ({
    "pets-client": client,
    "pets-types": types,
    "pets-validators": validators,
  });

  const GROWN = PETS.replace("[cat, dog]", "[cat, dog, fish, bird]");
  const BESIDE_CONSTANT = PETS.replace("const: small", "enum: [small, big]");

  it.each([
    ["a renamed property of an answer", "0.3.0", PETS, RENAMED, generated("minor", "minor", "minor")],
    ["a renamed property of an answer", "1.3.0", PETS, RENAMED, generated("major", "major", "major")],
    ["a new property of a request", "0.3.0", PETS, ADDED, generated("patch", "patch", "patch")],
    ["a new property of a request", "1.3.0", PETS, ADDED, generated("minor", "minor", "minor")],
    ["a tighter limit of a request", "0.3.0", PETS, TIGHTENED, generated("patch", "minor", "minor")],
    ["a tighter limit of a request", "1.3.0", PETS, TIGHTENED, generated("patch", "major", "major")],
    ["another description", "1.3.0", PETS, REWORDED, generated("patch", "patch", "patch")],
    ["a value more in an open enumeration", "1.3.0", PETS, GROWN, generated("minor", "minor", "minor")],
    ["a value less in an open enumeration", "1.3.0", GROWN, PETS, generated("major", "major", "major")],
    ["a value more beside a constant", "1.3.0", PETS, BESIDE_CONSTANT, generated("major", "major", "major")],
    ["a value less, which makes a constant", "1.3.0", BESIDE_CONSTANT, PETS, generated("major", "major", "major")],
  ])("asks for what users of each package see of %s, at %s", async (_what, version, before, after, bumps) => {
    const root = await releasedWorkspace({ "openapi/pets.yaml": before, ...packagesOf("pets", version) });
    await edit(root, after);
    expect((await runChangeset(root)).code).toBe(0);
    expect((await written(root))?.bumps).toEqual(bumps);
    expect(await check(root)).toMatchObject({ code: 0, out: [] });
  });

  it("finds the packages that expose the API by what they depend on, and how far they do", async () => {
    const root = await edited(TIGHTENED, handWritten());
    await runChangeset(root);
    expect((await written(root))?.bumps).toEqual({
      bundle: "minor",
      "on-top": "minor",
      "pets-client": "minor",
      "pets-types": "patch",
      "pets-validators": "minor",
      shelter: "minor",
    });
    await edit(root, REWORDED);
    await runChangeset(root);
    // `on-top` does not say what its users see: all of it, descriptions too. `shelter` and `bundle` say less.
    expect(Object.keys((await written(root))?.bumps ?? {})).toEqual([
      "bundle",
      "on-top",
      "pets-client",
      "pets-types",
      "pets-validators",
    ]);
  });

  it("gives a package over several documents the higher bump, with the channels of both where they are alike", async () => {
    const clients = ["owners-client", "pets-client"];
    const manifest = {
      name: "both",
      version: "0.3.0",
      dependencies: Object.fromEntries(clients.map((one) => [one, "*"])),
    };
    const files = { ...packagesOf("owners"), "packages/both/package.json": JSON.stringify(manifest) };
    const needOf = async (pets: string, owners: string): Promise<string | undefined> => {
      const root = await releasedWorkspace({ ...files, "openapi/owners.yaml": PETS });
      await writeFiles(root, { "openapi/pets.yaml": pets, "openapi/owners.yaml": owners });
      return (await check(root)).out.find((line) => line.startsWith("both: "));
    };
    const breaking = "both: needs minor (breaking: wire, validators), found none";
    expect(await needOf(TIGHTENED, ADDED)).toBe(breaking);
    expect(await needOf(ADDED, TIGHTENED)).toBe(breaking);
    const either = "both: needs minor (breaking: wire, types, validators), found none";
    expect(await needOf(RENAMED, TIGHTENED)).toBe(either);
    expect(await needOf(TIGHTENED, RENAMED)).toBe(either);
  });

  it("tells readers of changelogs whom it breaks", async () => {
    const root = await edited(
      RENAMED.replace("[cat, dog]", "[cat, dog, fish]").replace("maxLength: 100", "maxLength: 50"),
    );
    await runChangeset(root);
    expect((await written(root))?.summary).toBe(`Pets (\`openapi/pets.yaml\`) changed.

**Breaking for running programs**

- \`Pet.name\` was renamed to \`title\`: callers that read the old name find nothing
- \`UpdatePetRequest.Name\` tightened \`maxLength\` from 100 to 50: requests that were valid are refused, so check what is sent

**Compatible**

- \`Kind\` gained \`"fish"\`: responses may hold it`);
  });

  it("separates what breaks source code alone, and needs one line for all descriptions", async () => {
    const root = await edited(
      REWORDED.replace("FetchPet", "GetPet").replace("A pet.", "One pet.").replace("Done.", "Changed."),
    );
    await runChangeset(root);
    expect((await written(root))?.summary).toBe(`Pets (\`openapi/pets.yaml\`) changed.

**Breaking for source code**

- operationId \`FetchPet\` was renamed to \`GetPet\`: clients have the method under the new name only

**Documentation**

- revised: GET /pets/{Id}, POST /pets/{Id}, schema Pet`);
  });

  it("gives the same file for the same edit, and another one for another edit", async () => {
    const root = await edited(TIGHTENED);
    const first = await runChangeset(root);
    const before = await written(root);
    expect(first.out).toEqual([`.changeset/${before?.name}`]);
    expect((await runChangeset(root)).out).toEqual([]);
    expect(await written(root)).toEqual(before);
    await edit(root, ADDED);
    const second = await runChangeset(root);
    const after = await written(root);
    expect(second.out).toEqual([before?.name, after?.name].map((name) => `.changeset/${name}`).sort());
    expect(second.err[0]).toBe(`${before?.name} is gone; ${after?.name} takes its place`);
    expect(after?.name).not.toBe(before?.name);
    await edit(root, TIGHTENED);
    await runChangeset(root);
    expect(await written(root)).toEqual(before);
  });

  it("takes other line ends for no edit of its file", async () => {
    const root = await edited(TIGHTENED);
    await runChangeset(root);
    await byHand(root, (text) => text.replaceAll("\n", "\r\n"));
    expect(await check(root)).toMatchObject({ code: 0, out: [] });
    expect((await runChangeset(root)).out).toEqual([]);
    await edit(root, PETS);
    await runChangeset(root);
    expect(await written(root)).toBeUndefined();
  });

  it("removes its file when the edit is taken back, and touches no other", async () => {
    const other = changesetText({ "pets-types": "patch" });
    const lookAlike = changesetText({ "pets-types": "patch" }, "Called like ours, written by a person.");
    const root = await edited(TIGHTENED, { ".changeset/mine.md": other, ".changeset/api-0123abcd.md": lookAlike });
    const before = await readdir(join(root, ".changeset"));
    await runChangeset(root);
    expect(await readdir(join(root, ".changeset"))).toHaveLength(before.length + 1);
    await edit(root, PETS);
    expect(await runChangeset(root)).toMatchObject({
      code: 0,
      err: [expect.stringMatching(/^api-\w+\.md is gone; nothing asks for it any more$/), expect.anything()],
    });
    expect(await readdir(join(root, ".changeset"))).toEqual(before);
    expect(await readFile(changesetPath(root, "api-0123abcd.md"), "utf8")).toBe(lookAlike);
    expect(await readFile(changesetPath(root, "mine.md"), "utf8")).toBe(other);
  });

  it("keeps a bump that a person raised, through other edits", async () => {
    const root = await edited(ADDED);
    await runChangeset(root);
    await byHand(root, (text) => text.replace('"pets-client": patch', '"pets-client": minor'));
    expect((await runChangeset(root)).out).toEqual([]);
    await edit(root, REWORDED);
    await runChangeset(root);
    expect((await written(root))?.bumps).toEqual(generated("patch", "patch", "minor"));
    await edit(root, RENAMED);
    await runChangeset(root);
    await edit(root, ADDED);
    await runChangeset(root);
    // What the breaking change asked for went with it. The raise did, too: it was no raise any more.
    expect((await written(root))?.bumps).toEqual(generated("patch", "patch", "patch"));
  });

  it("keeps a package that a person added", async () => {
    const root = await edited(ADDED, handWritten());
    await runChangeset(root);
    await byHand(root, (text) => text.replace('"pets-client"', '"other": minor\n"pets-client"'));
    await edit(root, TIGHTENED);
    await runChangeset(root);
    expect((await written(root))?.bumps).toMatchObject({ other: "minor", "pets-client": "minor" });
  });

  it.each([
    ["patch # breaking, because it is not called yet", "patch"],
    ["patch   #   because it is not called yet", "patch"],
    ["none # breaking because it is not called yet", "none"],
  ])("keeps a bump that a person lowered with a reason: %s", async (line, level) => {
    const root = await edited(RENAMED);
    await runChangeset(root);
    await byHand(root, (text) => text.replace(/(?<="pets-client": ).*/, line));
    expect((await check(root)).code).toBe(0);
    await edit(root, RENAMED.replace("maxLength: 100", "maxLength: 50"));
    const { err } = await runChangeset(root);
    expect(err).toContain(`pets-client stays at ${level}, because it is not called yet`);
    const file = await written(root);
    expect(file?.bumps).toMatchObject({ "pets-client": level, "pets-types": "minor" });
    expect(file?.text).toContain("because it is not called yet");
    expect((await check(root)).code).toBe(0);
  });

  it("forgets the reason for a lower bump once nothing asks for a higher one", async () => {
    const root = await edited(RENAMED);
    await runChangeset(root);
    await byHand(root, (text) => text.replace(/(?<="pets-client": ).*/, "patch # because it is not called yet"));
    await edit(root, REWORDED);
    await runChangeset(root);
    expect((await written(root))?.text).toContain('"pets-client": patch # fix\n');
  });

  it("refuses a bump that a person lowered without a reason, and puts it right", async () => {
    const root = await edited(RENAMED);
    await runChangeset(root);
    await byHand(root, (text) => text.replace('"pets-client": minor', '"pets-client": patch'));
    const { code, out } = await check(root);
    expect({ code, out }).toEqual({
      code: 1,
      out: ["pets-client: needs minor (breaking: wire, types, validators), found patch"],
    });
    await runChangeset(root);
    expect((await written(root))?.bumps).toEqual(generated("minor", "minor", "minor"));
  });

  it("keeps words that a person improved for as long as the API stays, and says when they go", async () => {
    const root = await edited(RENAMED);
    await runChangeset(root);
    await byHand(root, (text) => text.replace("callers that read the old name find nothing", "read `title` instead"));
    expect((await runChangeset(root)).out).toEqual([]);
    expect((await written(root))?.summary).toContain("read `title` instead");
    await edit(root, TIGHTENED);
    const { err } = await runChangeset(root);
    expect(err[0]).toMatch(/^api-\w+\.md had been edited by hand; its text is written anew/);
  });

  it("leaves two files alone that together tell of everything, and makes one of them after a further edit", async () => {
    const root = await edited(RENAMED);
    await runChangeset(root);
    const one = await written(root);
    await edit(root, TIGHTENED);
    await runChangeset(root);
    await writeFile(changesetPath(root, one?.name ?? ""), one?.text ?? "");
    await edit(root, RENAMED.replace("maxLength: 100", "maxLength: 50"));
    expect(await check(root)).toMatchObject({ code: 0, out: [] });
    expect((await runChangeset(root)).out).toEqual([]);
    await edit(root, RENAMED.replace("maxLength: 100", "maxLength: 40"));
    expect((await check(root)).out).toHaveLength(2);
    await runChangeset(root);
    expect((await written(root))?.summary).toMatch(/title.*maxLength|maxLength.*title/s);
  });

  it.each([
    ["one", "other"],
    ["other", "one"],
  ])("keeps the higher bump of two files that it makes one of: raised in %s, not in %s", async (raised) => {
    const root = await edited(ADDED);
    await runChangeset(root);
    const one = await written(root);
    await edit(root, REWORDED);
    await runChangeset(root);
    const other = await written(root);
    for (const [name, file] of Object.entries({ one, other })) {
      const text = file?.text ?? "";
      const bumps = name === raised ? text.replace('"pets-types": patch', '"pets-types": major') : text;
      await writeFile(changesetPath(root, file?.name ?? ""), bumps);
    }
    await edit(root, TIGHTENED);
    await runChangeset(root);
    expect((await written(root))?.bumps).toEqual(generated("major", "minor", "minor"));
  });

  it("asks for a patch of what contains generated files that the generator writes in another way now", async () => {
    const root = await releasedWorkspace(handWritten());
    const record = join(root, "openapi/released/pets.generated.json");
    const outputs = JSON.parse(await readFile(record, "utf8"));
    outputs.client["client.gen.js"] = "of another generator";
    await writeFile(record, JSON.stringify(outputs));
    expect((await check(root)).out).toEqual([
      "bundle: needs patch (other generated files), found none",
      "pets-client: needs patch (other generated files), found none",
    ]);
    await runChangeset(root);
    expect((await written(root))?.summary).toBe(
      "Pets (`openapi/pets.yaml`): the API is the same; what is generated for it is not.",
    );
  });

  it("asks for nothing when keys move, comments change, or nothing does", async () => {
    const root = await edited(
      `# A comment.\n${PETS.replace("Kind: { type: string, enum: [cat, dog] }", "Kind: { enum: [cat, dog], type: string }")}`,
    );
    expect(await runChangeset(root)).toMatchObject({ code: 0, out: [] });
    expect(await written(root)).toBeUndefined();
    expect(await check(root)).toMatchObject({ code: 0, out: [] });
  });

  it("leaves out private packages and those that releases ignore", async () => {
    const root = await edited(RENAMED, {
      ...handWritten(),
      ".changeset/config.json": JSON.stringify({ ignore: ["on-*", "shelter"] }),
    });
    await runChangeset(root);
    expect(Object.keys((await written(root))?.bumps ?? {})).toEqual([
      "bundle",
      "pets-client",
      "pets-types",
      "pets-validators",
    ]);
  });
});
