import { readdir } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { DocumentError, formatDiagnostics } from "@earmark/openapi";
import { swap, type TextEdit, tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { readOverlay } from "./read-overlay.ts";

const OVERLAY = `overlay: 1.0.0
info: { title: Repairs, version: 1.0.0 }
actions:
  - target: $.info
    description: It has no contact.
    update: { contact: { name: Us } }
  - target: $.paths['/a']
    description: It is gone.
    remove: true
`;

async function mistakesIn(text: string): Promise<string[]> {
  const folder = await tempFolder({ "pets.overlay.yaml": text });
  const error: unknown = await readOverlay(join(folder, "pets.overlay.yaml")).catch((reason: unknown) => reason);
  if (!(error instanceof DocumentError)) return [];
  return [
    ...formatDiagnostics(error.diagnostics.map((one) => ({ ...one, file: relative(folder, resolve(one.file)) }))),
  ];
}

describe("reading an overlay", () => {
  it("gives its actions, each with target and reason", async () => {
    const folder = await tempFolder({ "pets.overlay.yaml": OVERLAY });
    const { actions } = await readOverlay(join(folder, "pets.overlay.yaml"));
    expect(actions.map(({ target, reason, edit }) => [target.text, reason, edit])).toEqual([
      ["$.info", "It has no contact.", { kind: "update", value: { contact: { name: "Us" } }, was: undefined }],
      ["$.paths['/a']", "It is gone.", { kind: "remove" }],
    ]);
  });

  it("lets extensions and a document that it extends stand", async () => {
    const text = OVERLAY.replace("actions:", "extends: ./api.yaml\nx-team: voice\nactions:");
    expect(await mistakesIn(text.replace("    remove", "    x-issue: 7\n    remove"))).toEqual([]);
  });

  it.each<[string, TextEdit, string]>([
    ["another version", swap("1.0.0", "2.0.0"), '1:1 version expected `overlay: 1.0.0`, received "2.0.0"'],
    ["no version", swap("overlay: 1.0.0\n", ""), "1:1 version expected `overlay: 1.0.0`, received nothing"],
    ["no title", swap("title: Repairs, ", ""), "2:1 structure expected `title`: a string, received nothing"],
    [
      "an unknown field",
      swap("info:", "inf: {}\ninfo:"),
      "2:1 unknown-field expected overlay, info, extends, actions or x-…, received inf",
    ],
    [
      "an unknown field of an action",
      swap("    remove", "    note: a\n    remove"),
      "9:5 unknown-field expected target, description, update, remove or x-…, received note",
    ],
    [
      "a list of actions that is none",
      (text) => `${text.slice(0, text.indexOf("  -"))}  {}\n`,
      "3:1 structure expected a list of actions, received {}",
    ],
    [
      "no reason",
      swap("    description: It is gone.\n", ""),
      "7:5 structure expected `description`: why the provider's document is wrong here, received nothing",
    ],
    ["no target", swap("target: $.info\n    ", ""), "4:5 structure expected `target`: a JSONPath, received nothing"],
    [
      "an action that does nothing",
      swap("    remove: true\n", ""),
      "7:5 structure expected either `update` or `remove: true`, received neither",
    ],
    [
      "an action that does two things",
      swap("    remove: true", "    remove: true\n    update: {}"),
      "7:5 structure expected either `update` or `remove: true`, received both",
    ],
    [
      "remove that is neither true nor false",
      swap("remove: true", "remove: yes please"),
      '9:5 structure expected true or false, received "yes please"',
    ],
    [
      "x-was beside remove",
      swap("remove: true", "remove: true\n    x-was: {}"),
      "10:5 structure expected it beside `update` only: it is what an update replaces",
    ],
    [
      "a target that is no JSONPath",
      swap("$.paths['/a']", "$.paths['/a'"),
      "7:5 json-path unclosed bracketed selection at character 13 of $.paths['/a'",
    ],
    [
      "a target of another JSONPath than RFC 9535",
      swap("$.paths['/a']", "$.paths[?foo(@)]"),
      "7:5 json-path no such function 'foo' at character 10 of $.paths[?foo(@)]",
    ],
    ["text that is no YAML", () => "overlay: [", "1:11 syntax "],
    ["a list", () => "[]", "1:1 structure expected an object with `overlay: 1.0.0` at its root"],
  ])("refuses %s, at its place", async (_, edit, mistake) => {
    expect(await mistakesIn(edit(OVERLAY))).toEqual([expect.stringContaining(`pets.overlay.yaml:${mistake}`)]);
  });

  it("names all mistakes at once", async () => {
    const text = OVERLAY.replace("1.0.0\n", "3\n").replace("$.info", "info").replace("remove: true", "remove: 1");
    expect((await mistakesIn(text)).map((line) => line.split(" ")[1])).toEqual(["version", "json-path", "structure"]);
  });

  it("understands those of this repository", async () => {
    const folder = resolve(import.meta.dirname, "../../../../../../openapi/upstream");
    for (const file of await readdir(folder))
      expect((await readOverlay(join(folder, file))).actions.length, file).toBeGreaterThan(0);
  });
});
