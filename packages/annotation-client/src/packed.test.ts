import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The client and what of this workspace it depends on. */
const PACKAGES = ["validation", "http", "annotation-types", "annotation-validators", "annotation-client"];
const packages = resolve(import.meta.dirname, "../..");
const project = mkdtempSync(join(tmpdir(), "packed-"));

const PROGRAM = `
import { createAnnotationClient, RequestValidationError } from "@earmark/annotation-client";
import { Annotation, AnsweredBy } from "@earmark/annotation-validators";
import * as strict from "@earmark/annotation-validators/strict";

const CallSid = "CA" + "a".repeat(32);
const fetch = async () => Response.json({ call_sid: CallSid, answered_by: "ai_agent" });
const client = createAnnotationClient({ accountSid: "AC" + "a".repeat(32), authToken: "secret", fetch });
const annotation = await client.updateAnnotation({ CallSid }, { AnsweredBy: "human" });
const refused = await client.fetchAnnotation({ CallSid: "CAx" }).catch((error) => error instanceof RequestValidationError);
console.log(JSON.stringify([Annotation.is(annotation), strict.Annotation.is(annotation), AnsweredBy.values.length, refused]));
`;

const TYPED_PROGRAM = `
import { type Annotation, createAnnotationClient } from "@earmark/annotation-client";
import { operations } from "@earmark/annotation-client/operations";
import { schemas } from "@earmark/annotation-client/schemas";
import { AnsweredBy } from "@earmark/annotation-validators";
import type * as strict from "@earmark/annotation-types/strict";

export async function score(CallSid: string): Promise<number | null | undefined> {
  const annotations = createAnnotationClient({ apiKey: "SK", apiSecret: "secret" });
  const annotation: Annotation = await annotations.updateAnnotation({ CallSid }, { CallScore: 4 });
  // @ts-expect-error the scale ends at 5
  await annotations.updateAnnotation({ CallSid }, { CallScore: 7 });
  const by: strict.AnsweredBy | undefined = AnsweredBy.isKnown(annotation.answered_by) ? annotation.answered_by : undefined;
  console.log(by, operations.fetchAnnotation.path, schemas.Annotation.type);
  return annotation.call_score;
}
`;

beforeAll(() => {
  const modules = join(project, "node_modules");
  for (const name of PACKAGES) {
    pnpm(["pack", "--pack-destination", project], join(packages, name));
    const [archive = ""] = readdirSync(project).filter((file) => file.endsWith(".tgz"));
    const target = join(modules, "@earmark", name);
    mkdirSync(target, { recursive: true });
    run("tar", ["-xzf", join(project, archive), "-C", target, "--strip-components=1"], project);
    rmSync(join(project, archive));
  }
  // The dependencies from the registry, as an installer would lay them out; no network needed.
  const store = dirname(dirname(dirname(createRequire(join(packages, "http/package.json")).resolve("openapi-fetch"))));
  for (const name of readdirSync(store))
    cpSync(realpathSync(join(store, name)), join(modules, name), { recursive: true });
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  writeFileSync(join(project, "program.js"), PROGRAM);
  writeFileSync(join(project, "program.ts"), TYPED_PROGRAM);
}, 60_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

describe("the packed packages, in an empty project", () => {
  it("name real versions of each other, and carry a licence and a readme", () => {
    for (const name of PACKAGES) {
      const folder = join(project, "node_modules/@earmark", name);
      const manifest = readFileSync(join(folder, "package.json"), "utf8");
      expect(manifest).not.toMatch(/workspace:|catalog:/);
      expect(readdirSync(folder)).toEqual(expect.arrayContaining(["LICENSE", "README.md"]));
    }
  });

  it.each(nodes())("run on Node %s", (_version, node) => {
    expect(JSON.parse(run(node, ["program.js"], project))).toEqual([true, false, 3, true]);
  });

  it.each([
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ])(
    "type-check with module %s and resolution %s",
    (module, moduleResolution) => {
      const compilerOptions = {
        module,
        moduleResolution,
        target: "es2022",
        lib: ["es2023", "dom", "dom.iterable"],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        skipLibCheck: false,
      };
      const config = join(project, `tsconfig.${moduleResolution}.json`);
      writeFileSync(config, JSON.stringify({ compilerOptions, files: ["program.ts"] }));
      expect(run(process.execPath, [join(packages, "../node_modules/typescript/bin/tsc"), "-p", config], project)).toBe(
        "",
      );
    },
    60_000,
  );
});

/** The Node that runs this test, and the one that the machine has without it: often an older one. */
function nodes(): [version: string, path: string][] {
  const own = dirname(process.execPath);
  const found: [string, string][] = [[process.version, process.execPath]];
  const outside = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !folder.includes("node_modules") && folder !== own);
  for (const folder of outside) {
    try {
      const version = run(join(folder, "node"), ["--version"], folder).trim();
      if (!found.some(([known]) => known === version)) found.push([version, join(folder, "node")]);
    } catch {
      // No Node there.
    }
  }
  return found;
}

/** Whoever runs this test through a script has pnpm on the path; an editor may not. */
function pnpm(args: readonly string[], cwd: string): void {
  const { packageManager } = JSON.parse(readFileSync(join(packages, "../package.json"), "utf8")) as {
    packageManager: string;
  };
  try {
    run("pnpm", args, cwd);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    run("npx", ["-y", packageManager, ...args], cwd);
  }
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
