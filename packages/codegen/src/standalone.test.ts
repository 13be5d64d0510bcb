import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { ANNOTATION_FILE, tempFolder, writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { copyPath } from "./standalone.ts";
import { COMPONENTS, hostileDocument } from "./testing/hostile.ts";
import { codegen } from "./testing/run.ts";
import { typeErrors } from "./testing/type-check.ts";

const EVERYTHING = ["habits", "keywords"].map((name) =>
  resolve(import.meta.dirname, `testing/fuzz/documents/${name}.yaml`),
);

const USE_ANNOTATION = `
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as lenient from "./validators.gen.js";
import * as strict from "./validators.strict.gen.js";
import { operations } from "./operations.gen.js";
assert.equal(lenient.Annotation.is({ answered_by: "ai_agent" }), true);
assert.equal(strict.Annotation.is({ answered_by: "ai_agent" }), false);
assert.throws(() => lenient.UpdateAnnotationRequest.parse({ Comment: 5 }), { name: "ValidationError" });
assert.deepEqual(lenient.AnsweredBy.values, ["unknown_answered_by", "human", "machine"]);
assert.equal(operations.fetchAnnotation.path, "/v1/Voice/{CallSid}/Annotation");
assert.throws(() => new Function("return 1"), EvalError);
console.log("ok");
`;

const CHECK_ANNOTATION = `
import { Annotation, AnsweredBy, AnsweredByInput, UpdateAnnotationRequest } from "./validators.gen.js";
import * as strict from "./validators.strict.gen.js";
import type { paths } from "./types.gen.js";

const annotation: Annotation = Annotation.parse(JSON.parse("{}"));
export const by: AnsweredBy | null | undefined = annotation.answered_by;
export const anything: AnsweredBy = "ai_agent";
export const update: UpdateAnnotationRequest = { AnsweredBy: "human", CallScore: null };
// @ts-expect-error a request is closed
export const wrong: UpdateAnnotationRequest = { AnsweredBy: "ai_agent" };
// @ts-expect-error the strict view is closed
export const closed: strict.AnsweredBy = "ai_agent";
export function known(value: AnsweredBy): AnsweredByInput | undefined {
  return AnsweredBy.isKnown(value) ? value : undefined;
}
export type Path = keyof paths;
`;

const USE_CLIENT = `
import assert from "node:assert/strict";
import { createAnnotationClient, isFetchAnnotationError, NotFoundError } from "./client.gen.js";
import { createCaller, fetchAnnotation, withResponse } from "./functions.gen.js";
import { withHooks } from "./http/index.js";
const parameters = { CallSid: "CA" + "a".repeat(32) };
const problem = { code: 20404, message: "none", status: 404 };
const responses = [Response.json({ spam: true }, { headers: { etag: "1" } }), Response.json(problem, { status: 404 })];
const statuses = [];
const hooks = [withHooks({ onResponse: ({ status }) => statuses.push(status) })];
const options = { accountSid: "AC", authToken: "t", hooks, fetch: async () => responses.shift() };
const { value, headers } = await withResponse(fetchAnnotation)(createCaller(options), parameters);
assert.deepEqual([value.spam, headers.raw.get("etag")], [true, "1"]);
await assert.rejects(createAnnotationClient(options).fetchAnnotation(parameters), (error) => {
  assert(error instanceof NotFoundError);
  return isFetchAnnotationError(error, 404) && error.body.message === "none";
});
assert.deepEqual(statuses, [200, 404]);
console.log("ok");
`;

const CHECK_CLIENT = `
import { createAnnotationClient, isFetchAnnotationError } from "./client.gen.js";
import { createCaller, fetchAnnotation, withResponse } from "./functions.gen.js";
import { operations } from "./operations.gen.js";
export const method: string = operations.fetchAnnotation.method;
const options = { accountSid: "AC", authToken: "t" };
export const spam: Promise<boolean | null | undefined> = createAnnotationClient(options)
  .withResponse.fetchAnnotation({ CallSid: "CA" })
  .then(({ value, status }) => (status === 200 ? value.spam : null));
export const header: Promise<string | null> = withResponse(fetchAnnotation)(createCaller(options), { CallSid: "CA" })
  .then(({ headers }) => headers.raw.get("etag"));
export const message = (error: unknown): string => (isFetchAnnotationError(error, 404) ? error.body.message : "");
// @ts-expect-error not documented
export const teapot = (error: unknown): boolean => isFetchAnnotationError(error, 418);
// @ts-expect-error a caller comes first
export const wrong = fetchAnnotation({ CallSid: "CA" });
`;

const CHECK_BYTES = `
import type { Account } from "./types.gen.js";
export const length: number | undefined = ({} as Account).picture?.length;
// @ts-expect-error in JSON, bytes are a string
export const wrong: Account["picture"] = new Uint8Array();
`;

const USE_HOSTILE = `
import assert from "node:assert/strict";
import * as lenient from "./validators.gen.js";
import * as strict from "./validators.strict.gen.js";
import * as types from "./checks.gen.js";
import { operations } from "./operations.gen.js";
const names = NAMES;
for (const module of [lenient, strict]) {
  for (const name of names) assert.equal(module[name].is({ self: {} }), true, name);
  for (const name of names) assert.equal(module[name].is({ self: 5 }), false, name);
  for (const value of module.Texts.values) {
    assert.equal(module.Texts.is(value), true);
    assert.equal(module.Constants.is(value), true);
  }
  assert.equal(module.Constants.is("x"), false);
  assert.equal(module.Loose.is({}), false);
  assert.equal(module.Properties.issues({}).length > 20, true);
}
assert.equal(operations.constructor.path, "/b");
assert.equal(globalThis.injected, undefined);
console.log("ok");
`;

describe("a folder generated by --spec and --out, outside any workspace", () => {
  it("runs in plain Node without code from strings, and type-checks without a dependency", async () => {
    const folder = await tempFolder();
    const { code, err } = await codegen(folder, "generate", "--spec", ANNOTATION_FILE, "--out", "annotation");
    expect([code, err]).toEqual([0, [expect.stringMatching(/^\d+ changed: \d+ files in 1 folder$/)]]);
    // Hooks come with the runtime; what is over other packages has to be asked for.
    expect(["with-hooks.js", "otel.js"].map((name) => existsSync(join(folder, "annotation/http", name)))).toEqual([
      true,
      false,
    ]);
    await writeFiles(folder, { "hostile.yaml": hostileDocument() });
    const hostile = await codegen(folder, "generate", "--spec", "hostile.yaml", "--out", "hostile");
    // A GET with a body, and a path with an undescribed parameter, are warned of before.
    expect([hostile.code, hostile.err.slice(2)]).toEqual([0, [expect.stringMatching(/^\d+ changed/)]]);
    for (const [index, path] of EVERYTHING.entries())
      expect((await codegen(folder, "generate", "--spec", path, "--out", `everything${index}`)).code).toBe(0);

    const named = COMPONENTS.filter((name) => /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name));
    const own = named.filter((name) => !["paths", "components", "operations", "webhooks", "Kind"].includes(name));
    await writeFiles(folder, {
      "annotation/use.mjs": USE_ANNOTATION,
      "annotation/check.mts": CHECK_ANNOTATION,
      "annotation/client.mts": CHECK_CLIENT,
      "annotation/use-client.mjs": USE_CLIENT,
      "hostile/use.mjs": USE_HOSTILE.replace("NAMES", JSON.stringify(own)),
      "everything0/check.mts": CHECK_BYTES,
    });
    for (const file of ["annotation/use.mjs", "annotation/use-client.mjs", "hostile/use.mjs"]) {
      const run = ["--disallow-code-generation-from-strings", join(folder, file)];
      expect(execFileSync(process.execPath, run, { encoding: "utf8" })).toBe("ok\n");
    }
    expect(typeErrors(folder)).toEqual({ ours: "", workspace: "" });
  }, 120_000);

  it("is checked and regenerated like a package", async () => {
    const folder = await tempFolder();
    const call = ["generate", "--spec", ANNOTATION_FILE, "--out", "out"];
    expect((await codegen(folder, ...call)).code).toBe(0);
    expect(await codegen(folder, ...call)).toMatchObject({ code: 0, out: [] });
    expect((await codegen(folder, ...call, "--check")).code).toBe(0);
    await writeFiles(folder, { "out/validation/check.js": "// mine\n" });
    expect(await codegen(folder, ...call, "--check")).toMatchObject({
      code: 1,
      out: [expect.stringMatching(/^out\/validation\/check\.js: different: /)],
    });
  });
});

it.each([
  ["/modules/validation/dist", "/modules/validation/dist/formats/uri.js", "validation/formats/uri.js"],
  ["C:\\modules\\validation\\dist", "C:\\modules\\validation\\dist\\formats\\uri.js", "validation/formats/uri.js"],
  ["C:\\modules\\validation\\dist", "C:\\modules\\validation\\dist\\index.d.mts", "validation/index.d.ts"],
])("a copy has forward slashes: of %s, %s", (folder, file, path) => {
  expect(copyPath("validation", folder, file)).toBe(path);
});
