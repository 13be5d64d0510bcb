import { relative, resolve } from "node:path";
import { swap, type TextEdit } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { formatDiagnostics } from "../diagnostics/report.ts";
import type { Files } from "../document/files.ts";
import { type OverlayReading, readOverlay } from "./read-overlay.ts";

const OVERLAY = `overlay: 1.1.0
info: { title: Repairs, version: 1.0.0 }
actions:
  - target: $.info
    description: It has no contact.
    update: { contact: { name: Us } }
  - target: $.paths['/a']
    remove: true
  - target: $.paths['/b']
    copy: $.paths['/c']
`;

function read(text: string): Promise<OverlayReading> {
  const files: Files = { read: async () => text, display: (path) => relative(process.cwd(), path) };
  return readOverlay(resolve("pets.overlay.yaml"), files);
}

const mistakesIn = async (text: string) => formatDiagnostics((await read(text)).diagnostics);

describe("reading an overlay", () => {
  it("gives its actions", async () => {
    const { overlay, diagnostics } = await read(OVERLAY);
    expect(overlay?.version).toBe("1.1");
    expect(overlay?.actions.map(({ target, edit }) => [target.text, edit])).toEqual([
      ["$.info", { kind: "update", value: { contact: { name: "Us" } } }],
      ["$.paths['/a']", { kind: "remove" }],
      ["$.paths['/b']", { kind: "copy", from: expect.objectContaining({ text: "$.paths['/c']" }) }],
    ]);
    expect(diagnostics).toEqual([]);
  });

  it.each<[string, TextEdit, string]>([
    ["version 1.0", (text) => text.replace("1.1.0", "1.0.0").replace(/copy:.*/, "update: {}"), "1.0"],
    ["a patch of a version", swap("1.1.0", "1.0.12"), "1.0"],
  ])("understands %s", async (_, edit, version) => {
    const { overlay } = await read(edit(OVERLAY).replace(/copy:.*/, "remove: false"));
    expect(overlay?.version).toBe(version);
  });

  it.each<[string, TextEdit]>([
    [
      "extensions",
      (text) => text.replace("actions:", "x-team: voice\nactions:").replace("    remove", "    x-a: 7\n    remove"),
    ],
    ["a description", swap("1.0.0 }", "1.0.0, description: For a sandbox. }")],
    ["a document that it extends", swap("actions:", "extends: ./api.yaml\nactions:")],
    ["an action that does nothing", swap("    remove: true\n", "")],
    ["an update beside a removal", swap("    remove: true\n", "    remove: true\n    update: {}\n")],
    ["a removal that is not meant", swap("    update:", "    remove: false\n    update:")],
    ["an update with null", swap("{ contact: { name: Us } }", "null")],
    ["JSON", () => JSON.stringify({ overlay: "1.0.0", info: { title: "", version: "" }, actions: [{ target: "$" }] })],
  ])("lets %s stand", async (_, edit) => {
    expect(await mistakesIn(edit(OVERLAY))).toEqual([]);
  });

  it("a removal comes first", async () => {
    const { overlay } = await read(OVERLAY.replace("remove: true", "remove: true\n    update: {}\n    copy: $.a"));
    expect(overlay?.actions[1]?.edit).toEqual({ kind: "remove" });
  });

  it.each<[string, TextEdit, string]>([
    ["another version", swap("1.1.0", "2.0.0"), '1:1 version expected `overlay: 1.0.0` or 1.1.0, received "2.0.0"'],
    [
      "a version without its third part",
      swap("1.1.0", "'1.1'"),
      '1:1 version expected `overlay: 1.0.0` or 1.1.0, received "1.1"',
    ],
    ["no version", swap("overlay: 1.1.0\n", ""), "1:1 version expected `overlay: 1.0.0` or 1.1.0, received nothing"],
    ["no title", swap("title: Repairs, ", ""), "2:1 structure expected `title`: a string, received nothing"],
    [
      "a title that is a number",
      swap("title: Repairs", "title: 1"),
      "2:9 structure expected `title`: a string, received 1",
    ],
    [
      "an unknown field",
      swap("info:", "inf: {}\ninfo:"),
      "2:1 unknown-field expected overlay, info, extends, actions or x-…, received inf; did you mean info?",
    ],
    [
      "a target for several documents",
      swap("actions:", "extends: [a]\nactions:"),
      '3:1 structure expected `extends`: a string, received ["a"]',
    ],
    [
      "an unknown field of an action",
      swap("    remove", "    note: a\n    remove"),
      "8:5 unknown-field expected target, description, update, copy, remove or x-…, received note",
    ],
    [
      "a list of actions that is none",
      (text) => `${text.slice(0, text.indexOf("  -"))}  {}\n`,
      "3:1 structure expected a list of actions, received {}",
    ],
    [
      "no action",
      (text) => `${text.slice(0, text.indexOf("actions"))}actions: []\n`,
      "3:1 structure expected a list of actions, received []",
    ],
    [
      "an action that is none",
      swap("  - target: $.paths['/a']\n    remove: true", "  - 1"),
      "7:5 structure expected an object with target, description, update, copy, remove, received 1",
    ],
    [
      "an action that is there twice",
      (text) => `${text}  - target: $.paths['/a']\n    remove: true\n`,
      "11:5 structure expected another action than number 2, which is the same",
    ],
    ["no target", swap("target: $.info\n    ", ""), "4:5 structure expected `target`: a JSONPath, received nothing"],
    [
      "a description that is none",
      swap("It has no contact.", "[]"),
      "5:5 structure expected `description`: a string, received []",
    ],
    [
      "update and copy",
      swap("    copy", "    update: {}\n    copy"),
      "9:5 structure expected either `update` or `copy`: of both, the specification says that neither has an impact",
    ],
    [
      "copy in version 1.0",
      swap("1.1.0", "1.0.0"),
      "10:5 unknown-field `copy` is a field of version 1.1; write `overlay: 1.1.0`",
    ],
    [
      "remove that is neither true nor false",
      swap("remove: true", "remove: yes please"),
      '8:5 structure expected true or false, received "yes please"',
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
    ["a target without a root", swap("$.info", "info"), "4:5 json-path "],
    ["a copy of what is no JSONPath", swap("copy: $.paths['/c']", "copy: paths"), "10:5 json-path "],
    ["text that is no YAML", () => "overlay: [", "1:11 syntax "],
    ["a list", () => "[]", "1:1 structure expected an object with `overlay: 1.1.0` or `overlay: 1.0.0` at its root"],
  ])("refuses %s, at its place", async (_, edit, mistake) => {
    expect(await mistakesIn(edit(OVERLAY))).toEqual([expect.stringContaining(`pets.overlay.yaml:${mistake}`)]);
  });

  it("names all mistakes at once, and keeps what is right", async () => {
    const text = OVERLAY.replace("info:", "x:").replace("$.info", "info").replace("remove: true", "remove: 1");
    const { overlay, diagnostics } = await read(text);
    expect(formatDiagnostics(diagnostics).map((line) => line.split(" ")[1])).toEqual([
      "structure",
      "unknown-field",
      "json-path",
      "structure",
    ]);
    expect(overlay?.actions.map(({ target }) => target.text)).toEqual(["$.paths['/b']"]);
  });
});
