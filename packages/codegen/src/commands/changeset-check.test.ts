import { writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { changesetText, PETS, releasedWorkspace } from "../testing/api-workspace.ts";
import { check, edit, edited, TIGHTENED } from "../testing/changesets.ts";
import { runChangeset } from "../testing/run-changeset.ts";

describe("codegen changeset --check", () => {
  it("names package, needed and found level, and what to do; edits of the document alone count", async () => {
    const root = await edited(TIGHTENED, { ".changeset/mine.md": changesetText({ "pets-client": "patch" }) });
    expect(await check(root)).toEqual({
      code: 1,
      out: [
        "pets-client: needs minor (breaking: wire, validators), found patch",
        "pets-types: needs patch (fix: types), found none",
        "pets-validators: needs minor (breaking: validators), found none",
      ],
      err: ["run `pnpm exec codegen changeset` and commit the result"],
    });
  });

  it("shows the same beside manifests in the checks of a pull request", async () => {
    const root = await edited(TIGHTENED, { ".changeset/mine.md": changesetText({ "pets-client": "minor" }) });
    expect((await runChangeset(root, { check: true, format: "github" })).out).toEqual([
      "::error file=packages/pets-types/package.json,title=changeset::pets-types: needs patch (fix: types), found none",
      "::error file=packages/pets-validators/package.json,title=changeset::pets-validators: needs minor (breaking: validators), found none",
    ]);
  });

  it("counts every changeset, ours or not", async () => {
    const root = await edited(TIGHTENED, {
      ".changeset/one.md": changesetText({ "pets-client": "major", "pets-types": "none" }),
      ".changeset/two.md": `---\r\npets-types: patch\r\n'pets-validators': minor\r\n---\r\nBy hand.\r\n`,
    });
    expect(await check(root)).toMatchObject({ code: 0, out: [] });
  });

  it("refuses a changeset that tells of something else than the documents now say", async () => {
    const root = await edited(TIGHTENED);
    await runChangeset(root);
    await edit(root, TIGHTENED.replace("maxLength: 50", "maxLength: 40"));
    const { code, out } = await check(root);
    expect(code).toBe(1);
    expect(out).toEqual([expect.stringMatching(/^\.changeset\/api-\w+\.md: does not tell of the documents/)]);
    await edit(root, PETS);
    expect((await check(root)).code).toBe(1);
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      "a changeset without front matter",
      { ".changeset/x.md": "Hello." },
      /^codegen: \.changeset\/x\.md cannot be read: begin/,
    ],
    [
      "a changeset whose front matter is no YAML",
      { ".changeset/x.md": "---\n[\n---\n" },
      /x\.md cannot be read: .* not YAML/,
    ],
    [
      "a changeset whose front matter is a list",
      { ".changeset/x.md": "---\n- a\n---\n" },
      /x\.md cannot be read: .*\["a"\]/,
    ],
    [
      "a changeset with an unknown bump",
      { ".changeset/x.md": changesetText({ "pets-types": "huge" }) },
      /bump of pets-types must be one of none, patch, minor, major, received "huge"/,
    ],
    [
      "a changeset of an unknown package",
      { ".changeset/x.md": changesetText({ "pets-typos": "minor" }) },
      /x\.md names pets-typos, which is no package/,
    ],
    ["a broken pre.json", { ".changeset/pre.json": "{" }, /pre\.json is not a JSON object/],
    [
      "damaged hashes of the last release",
      { "openapi/released/pets.generated.json": "{" },
      /^codegen: openapi\/released\/pets\.generated\.json: expected the hashes that the last release recorded/,
    ],
    ["a broken config.json", { ".changeset/config.json": "{" }, /config\.json is not JSON/],
    [
      "a broken manifest",
      { "packages/pets-types/package.json": "{" },
      /packages\/pets-types\/package\.json:1:2 is not JSON: close brace expected; correct it/,
    ],
    [
      "an unknown channel",
      { "packages/pets-types/package.json": '{"name":"a","version":"1.0.0","earmark":{"channels":["wires"]}}' },
      /earmark\.channels must be a list of wire, types, .* received "wires"/,
    ],
    [
      "channels that are no list",
      { "packages/pets-types/package.json": '{"name":"a","version":"1.0.0","earmark":{"channels":"wire"}}' },
      /earmark\.channels must be a list of wire, .* received "wire"/,
    ],
    [
      "a broken document",
      { "openapi/pets.yaml": "openapi: [" },
      /^openapi\/pets\.yaml:1:\d+ syntax|pets\.yaml:1:\d+ syntax/,
    ],
    [
      "a broken record of the release",
      { "openapi/released/pets.yaml": "openapi: 2" },
      /released\/pets\.yaml:1:1 version/,
    ],
  ])("exits 2 with one clear line for %s", async (_what, files, message) => {
    const root = await releasedWorkspace();
    await writeFiles(root, files);
    for (const isCheck of [true, false]) {
      const { code, out, err } = await runChangeset(root, { check: isCheck });
      expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
      expect(err[0]).toMatch(message);
    }
  });
});
