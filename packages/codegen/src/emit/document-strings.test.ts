import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { buildModel, buildViews, DocumentError, expectDocument, type Json, readDocument } from "@earmark/openapi";
import { tempFolder } from "@earmark/testing";
import ts from "typescript";
import { expect, it } from "vitest";
import { contextOf } from "../testing/client.ts";
import { EVERYTHING } from "../testing/everything.ts";
import { typeErrors } from "../testing/type-check.ts";
import { emitters, type SourceFile } from "./index.ts";

/** Both end whatever a string of a document may stand in, and declare something then. */
const ESCAPES: readonly string[] = [
  `*"'\`*/\u0024{(leaked)}]})>; leaked; </script> \`>): any; leaked: any; "}; } declare global { var leaked: 1 } //\\`,
  "\n leaked; \r\n leaked; \u2028 leaked; //",
];

/** The files of all packages, by kind. */
async function emitted(document: Json): Promise<Readonly<Record<string, readonly SourceFile[]>>> {
  const folder = await tempFolder({ "test.json": JSON.stringify(document) });
  const { model } = buildModel(expectDocument(await readDocument(join(folder, "test.json"))));
  const views = buildViews(model);
  const all = Object.values(emitters).map(({ kind, emit }) => [kind, emit(model, contextOf(model, views))] as const);
  return Object.fromEntries(
    all.map(([kind]) => [kind, all.filter(([other]) => other === kind).flatMap(([, files]) => files)]),
  );
}

/** A string of the document: the way to it, and whether it is the name of a member. */
interface Place {
  readonly path: readonly string[];
  readonly isName: boolean;
}

function placesIn(value: Json, path: readonly string[] = []): readonly Place[] {
  if (typeof value === "string") return [{ path, isName: false }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, Json]) => [
    ...(Array.isArray(value) ? [] : [{ path: [...path, name], isName: true }]),
    ...placesIn(member, [...path, name]),
  ]);
}

/** The document with more behind the strings at some of its places. */
function extended(value: Json, places: ReadonlySet<string>, end: string, at: readonly string[] = []): Json {
  const extension = (path: readonly string[], isName: boolean): string =>
    places.has(keyOf({ path, isName })) ? end : "";
  if (typeof value === "string") return value + extension(at, false);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, member]: [string, Json]): [string, Json] => {
    const path = [...at, name];
    return [name + extension(path, true), extended(member, places, end, path)];
  });
  return Array.isArray(value) ? entries.map(([, member]) => member) : Object.fromEntries(entries);
}

const keyOf = ({ path, isName }: Place): string => JSON.stringify([path, isName]);

/** Whether the document with longer strings is generated, and what is wrong with what becomes of it. */
async function tried(
  places: readonly Place[],
  end: string,
): Promise<{ readonly isGenerated: boolean; readonly wrong: readonly string[] }> {
  try {
    const packages = await emitted(extended(EVERYTHING, new Set(places.map(keyOf)), end));
    return { isGenerated: true, wrong: Object.values(packages).flat().flatMap(wrongIn) };
  } catch (error) {
    return { isGenerated: false, wrong: error instanceof DocumentError ? [] : [String(error)] };
  }
}

/** What is no source in a file, or what no generator writes. */
function wrongIn({ path, text }: SourceFile): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest) as ts.SourceFile & {
    readonly parseDiagnostics: readonly { readonly start: number }[]; // not in its declarations
  };
  const places = source.parseDiagnostics.map(({ start }) => start);
  const look = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === "leaked") places.push(node.pos);
    ts.forEachChild(node, look);
  };
  look(source);
  return places.map((place) => `${path}: ${text.slice(Math.max(0, place - 60), place + 60)}`);
}

/** Strings at one depth stand beside each other: none is in what another one names. */
const GROUPS = [...Map.groupBy(placesIn(EVERYTHING), ({ path, isName }) => `${path.length} ${isName}`).values()];

it.each(ESCAPES)(
  "at none of the places of a document, %j ends what it stands in",
  async (end) => {
    const wrong: string[] = [];
    let generated = 0;
    // Some strings cannot be longer; the others of their group can.
    for (const pending = [...GROUPS]; pending.length > 0; ) {
      const places = pending.pop() ?? [];
      const result = await tried(places, end);
      wrong.push(...result.wrong.map((found) => `${found} (${places.slice(0, 9).map(keyOf).join()})`));
      if (result.isGenerated) generated += places.length;
      else if (places.length > 1) pending.push(places.slice(0, places.length / 2), places.slice(places.length / 2));
    }
    expect(wrong).toEqual([]);
    expect(generated).toBeGreaterThan(500);
  },
  60_000,
);

it("an extension of the document changes neither types nor validators, whatever it is called", async () => {
  const marks = ["x-alias", "x-binary", "x-closed-half", "x-declared-as", "x-known-values", "x-names"];
  const marked = (value: unknown) => Object.fromEntries(marks.map((name) => [name, value]));
  const document = (extensions: object): Json => {
    const circle = { $ref: "#/components/schemas/Circle" };
    const schemas = {
      Card: { type: "object", properties: { n: { type: "integer", ...extensions } }, ...extensions },
      Kind: { type: "string", enum: ["a", "b"], ...extensions },
      Circle: { type: "array", items: circle, ...extensions },
      Union: {
        oneOf: [circle, { $ref: "#/components/schemas/Card" }],
        discriminator: { propertyName: "n", ...extensions },
      },
    };
    const content = { "application/json": { schema: { $ref: "#/components/schemas/Union" } } };
    const get = { operationId: "Get", responses: { "200": { description: "Found.", content } } };
    return {
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      paths: { "/": { get } },
      components: { schemas },
    } as Json;
  };
  const { types, validators } = await emitted(document({}));
  for (const value of [true, "any", ["x"], { Card: "#/components/schemas/Kind" }])
    expect(await emitted(document(marked(value)))).toMatchObject({ types, validators });
});

/** Members whose values mean something to OpenAPI, JSON Schema, or the document itself. */
const MEANT = /^(openapi|type|in|style|scheme|format|\$ref|\$dynamicRef|\$dynamicAnchor|operationId|x-.*|\d+)$/;
/** Objects whose names are the author's. */
const NAMED = /^(properties|patternProperties|mapping|dependentRequired|content|headers|scopes)$/;

it("all packages compile with each of them at all of these places", async () => {
  const isFree = ({ path, isName }: Place): boolean =>
    isName ? NAMED.test(path.at(-2) ?? "") : !MEANT.test(path.at(-1) ?? "") || path.at(-2) === "enum";
  const places = new Set(placesIn(EVERYTHING).filter(isFree).map(keyOf));
  const files: Record<string, string> = {
    "package.json": '{"type":"module"}',
    "lib.d.ts": '/// <reference lib="dom" />\n',
  };
  for (const [index, end] of ESCAPES.entries()) {
    const { types = [], validators = [], client = [] } = await emitted(extended(EVERYTHING, places, end));
    const add = (folder: string, emitted: readonly SourceFile[], exported?: Readonly<Record<string, string>>): void => {
      for (const { path, text } of emitted) files[`${index}/${folder}/${path}`] = text;
      if (exported !== undefined) files[`${index}/${folder}/package.json`] = manifest(exported);
    };
    add("node_modules/@earmark/test-types", types, { ".": "types.gen", "./strict": "types.strict.gen" });
    add("node_modules/@earmark/test-validators", validators, { "./checks": "checks.gen" });
    add("client", client);
  }
  const folder = await tempFolder(files);
  await mkdir(join(folder, "node_modules/@earmark"), { recursive: true });
  for (const name of ["http", "validation"])
    await symlink(join(import.meta.dirname, "../../../", name), join(folder, "node_modules/@earmark", name));
  expect(typeErrors(folder)).toEqual({ ours: "", workspace: "" });
}, 60_000);

function manifest(modules: Readonly<Record<string, string>>): string {
  const exported = Object.entries(modules).map(([path, name]) => [
    path,
    { types: `./${name}.d.ts`, default: `./${name}.js` },
  ]);
  return JSON.stringify({ type: "module", exports: Object.fromEntries(exported) });
}
