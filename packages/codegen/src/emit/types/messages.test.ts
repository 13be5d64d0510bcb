import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { tempFolder } from "@earmark/testing";
import ts from "typescript";
import { expect, it } from "vitest";
import { STRICTEST } from "../../testing/compile.ts";
import { pathsUsing, viewsOf } from "../../testing/documents.ts";
import { emitTypes } from "./index.ts";

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, ...required: string[]) => ({ type: "object", properties, required });
const string = { type: "string" };

const SCHEMAS = {
  Order: {
    ...object(
      {
        id: { ...string, description: "Given by the shop.", format: "uuid", example: "0a1b" },
        status: { ...ref("Status"), description: "Where it is." },
        lines: { type: "array", items: ref("Line") },
        buyer: ref("Buyer"),
        size: { type: "array", prefixItems: [{ type: "number" }, { type: "number" }], items: false, minItems: 2 },
        labels: { type: "object", additionalProperties: string },
        note: { ...string, deprecated: true, default: "none" },
      },
      ...["id", "lines", "buyer"],
    ),
    description: "What a customer wants to buy.",
  },
  Status: { ...string, enum: ["open", "sent", "lost"] },
  Line: object({ sku: string, count: { type: "integer" } }, "sku", "count"),
  Buyer: {
    oneOf: [ref("Person"), ref("Company")],
    discriminator: { propertyName: "kind", mapping: { person: "Person", company: "Company" } },
  },
  Person: object({ kind: string, name: string }, "kind", "name"),
  Company: object({ kind: string, vat: string }, "kind", "vat"),
};

const MISTAKES: Readonly<Record<string, string>> = {
  "a property is missing": "line({ sku: 'a' });",
  "a property is misspelt": "line({ sku: 'a', cuont: 1 });",
  "a value is of another type": "line({ sku: 'a', count: '1' });",
  "a value is not listed": "export const status: types.StatusInput = 'opened';",
  "null is not allowed": "order({ id: null, lines: [], buyer });",
  "an item is wrong": "order({ id: 'a', lines: [{ sku: 1, count: 1 }], buyer });",
  "a tuple is too short": "order({ id: 'a', lines: [], buyer, size: [1] });",
  "a member of a map is wrong": "order({ id: 'a', lines: [], buyer, labels: { a: 1 } });",
  "a tag is unknown": "order({ id: 'a', lines: [], buyer: { kind: 'robot', name: 'R' } });",
  "a member of a union is read too early": "export const { vat } = received.buyer;",
};

const HOVERS = ["Order", "id", "status", "note", "Buyer", "StatusInput"];

it("what compilers and editors say about generated types is fit to be read", async () => {
  const { model, views } = await viewsOf({ paths: pathsUsing(["Order"], ["Order"]), schemas: SCHEMAS });
  const program = [
    'import type * as types from "./types.gen.js";',
    "declare function order(order: types.OrderInput): void;",
    "declare function line(line: types.Line): void;",
    "declare const buyer: types.Buyer;",
    "declare const received: types.Order;",
    ...Object.values(MISTAKES),
  ];
  const [{ text } = { text: "" }] = emitTypes(model, views);
  const folder = await tempFolder({ "types.gen.d.ts": text, "mistakes.ts": program.join("\n") });
  const { diagnosed, hovered } = languageService(folder);
  const messages = Object.entries(MISTAKES).map(([what, code], index) => {
    return `## ${what}\n\n    ${code}\n\n${diagnosed(index + program.length - Object.keys(MISTAKES).length)}`;
  });
  const declared = await readFile(join(folder, "types.gen.d.ts"), "utf8");
  const hovers = HOVERS.map(
    (name) => `## ${name}\n\n${hovered(declared.search(new RegExp(`\\b${name}\\??(: | = )(?!${name}\\b)`)))}`,
  );
  const page = ["# Messages", ...messages, "# Hovers", ...hovers].join("\n\n");
  await expect(`${page}\n`).toMatchFileSnapshot("testing/messages.golden.txt");
});

/** What TypeScript says about a line of `mistakes.ts`, and shows at a place of `types.gen.d.ts`. */
function languageService(folder: string) {
  const { options } = ts.convertCompilerOptionsFromJson(STRICTEST, folder);
  const names = ["types.gen.d.ts", "mistakes.ts"].map((name) => join(folder, name));
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => names,
    getScriptSnapshot: (name) => ts.ScriptSnapshot.fromString(ts.sys.readFile(name) ?? ""),
    getScriptVersion: () => "1",
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
  });
  const [types = "", mistakes = ""] = names;
  const found = service.getSemanticDiagnostics(mistakes);
  return {
    diagnosed: (line: number): string => {
      const ofLine = found.filter(({ file, start = 0 }) => file?.getLineAndCharacterOfPosition(start).line === line);
      return ofLine.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")).join("\n");
    },
    hovered: (position: number): string => {
      const { displayParts, documentation, tags } = service.getQuickInfoAtPosition(types, position) ?? {};
      const tagged = tags?.map((tag) => `@${tag.name} ${ts.displayPartsToString(tag.text)}`.trimEnd()) ?? [];
      const said = [ts.displayPartsToString(displayParts), ts.displayPartsToString(documentation), ...tagged];
      return said.filter((line) => line !== "").join("\n");
    },
  };
}
