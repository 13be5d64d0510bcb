import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it, onTestFinished, vi } from "vitest";
import { WORKSPACE } from "../workspace/packages.ts";
import { attempt, run } from "../workspace/run.ts";

// What the built commands promise on Linux, macOS and Windows, on the Node that runs this file, or on another one, such as
// the oldest that they promise to run on, which the test runner does not. Nothing here needs a shell.
const NODE = process.env.COMMANDS_NODE ?? process.execPath;
const CODEGEN = join(WORKSPACE, "packages/codegen/dist/bin.js");
const DIFF = join(WORKSPACE, "packages/openapi-diff/dist/bin.js");
const EARMARK = join(WORKSPACE, "apps/cli/dist/earmark.js");
const ANNOTATION = join(WORKSPACE, "openapi/annotation.yaml");
const CALL = "CA0123456789abcdef0123456789abcdef";
const GENERATE = ["generate", "--spec", "pets.yaml", "--out", "out"] as const;

const PETS = `openapi: 3.1.0
info: { title: Pets, version: "1" }
paths: {}
components:
  schemas:
    Pet: { type: string, minLength: 2 }
`;

/** A folder whose name needs quoting, and encoding in a URL. */
function folder(files: Readonly<Record<string, string>>): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "döcuments & 100% ")));
  onTestFinished(() => rmSync(path, { recursive: true, force: true, maxRetries: 5 }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

const codegen = (cwd: string, ...args: readonly string[]) => attempt([NODE, CODEGEN, ...args], { cwd });

/** A process, and what it says line by line; it is ended with the test. */
function start(cwd: string, env: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const child = spawn(NODE, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = ([child.stdout, child.stderr] as const).map((input) => createInterface({ input }));
  const said: string[] = [];
  for (const each of lines) each.on("line", (line) => said.push(line));
  /** What a line has where the pattern has a group, once there is such a line. */
  const found = (pattern: RegExp): Promise<string> =>
    vi.waitFor(
      () => {
        const match = said.map((line) => pattern.exec(line)).find((each) => each !== null);
        if (match === undefined) throw new Error(`expected a line like ${pattern}, received ${said.join("\n")}`);
        return match?.[1] ?? "";
      },
      { timeout: 60_000 },
    );
  return { child, found };
}

/** Signals do not exist on Windows, where a process is ended without being asked. */
async function stopped(child: ChildProcess, signal: "SIGINT" | "SIGTERM"): Promise<void> {
  const ended = new Promise((settle) => child.once("close", settle));
  child.kill(signal);
  expect(await ended).toBe(process.platform === "win32" ? null : 0);
}

it("generates a folder that works by itself, and takes other line ends for no change", async () => {
  const cwd = folder({ "pets.yaml": PETS.replaceAll("\n", "\r\n") });
  expect(await codegen(cwd, ...GENERATE)).toMatchObject({ code: 0 });
  const program = 'import { Pet } from "./out/validators.gen.js"; console.log(Pet.is("Rex"), Pet.is("R"));\n';
  writeFileSync(join(cwd, "program.mjs"), program);
  expect(await run([NODE, "program.mjs"], { cwd })).toBe("true false\n");
  expect(await codegen(cwd, ...GENERATE, "--check")).toMatchObject({ code: 0, out: "" });
  const files = readdirSync(join(cwd, "out"), { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll("\n", "\r\n"));
  }
  writeFileSync(join(cwd, "pets.yaml"), PETS);
  expect(await codegen(cwd, ...GENERATE, "--check")).toMatchObject({ code: 0, out: "" });
});

it("the packages of this workspace are up to date, as git has checked them out", async () => {
  expect(await codegen(WORKSPACE, "generate", "--check")).toMatchObject({ code: 0, out: "" });
  expect(await codegen(WORKSPACE, "lint", ANNOTATION)).toMatchObject({ code: 0 });
});

it("names the place of a mistake, in whichever file, and by whichever path it is called", async () => {
  const parts = { "pets.yaml": PETS.replace("{ type: string, minLength: 2 }", '{ $ref: "parts.yaml#/Pet" }') };
  const cwd = folder({ ...parts, "parts.yaml": "Pet:\n  type: nonsense\n" });
  for (const file of ["pets.yaml", join(cwd, "pets.yaml")]) {
    const { code, out } = await codegen(cwd, "lint", file);
    expect({ code, out }).toEqual({ code: expect.any(Number), out: expect.stringMatching(/^parts\.yaml:2:\d+ /m) });
    expect(code).toBeGreaterThan(0);
  }
});

it("compares files, and a file with a commit", async () => {
  const cwd = folder({ "pets.yaml": PETS, "stricter.yaml": PETS.replace("minLength: 2", "minLength: 3") });
  const git = (...args: readonly string[]) => run(["git", ...args], { cwd });
  await git("init", "--quiet");
  await git("add", "pets.yaml");
  const author = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
  await git(...author, "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "Pets");
  const expected = { code: 0, out: expect.stringContaining("`minLength`") };
  expect(await codegen(cwd, "diff", "pets.yaml", join(cwd, "stricter.yaml"))).toMatchObject(expected);
  expect(await codegen(cwd, "diff", "HEAD:./pets.yaml", "stricter.yaml")).toMatchObject(expected);
  const breaking = [NODE, DIFF, "HEAD:./pets.yaml", "stricter.yaml", "--fail-on", "major"] as const;
  expect(await attempt(breaking, { cwd })).toMatchObject({ ...expected, code: 1 });
});

it("generates after each save, and stops when told", async () => {
  const cwd = folder({ "pets.yaml": PETS });
  const { child, found } = start(cwd, process.env, CODEGEN, ...GENERATE, "--watch");
  await found(/^(watching) /);
  writeFileSync(join(cwd, "pets.yaml"), PETS.replace("Pet:", "Dog:"));
  const validators = join(cwd, "out/validators.gen.js");
  await expect
    .poll(() => existsSync(validators) && readFileSync(validators, "utf8"), { timeout: 60_000 })
    .toContain("export const Dog ");
  await stopped(child, "SIGINT");
});

it.each<[what: string, files: Readonly<Record<string, string>>, expected: object]>([
  [
    "is read",
    { "rules.ts": 'export const setting: string = "off";\n' },
    { code: 0, out: "", err: "pets.yaml: no errors\n" },
  ],
  [
    "is named where it has a mistake",
    { "rules.ts": "export const setting: = 1;\n" },
    { code: 2, out: "", err: "codegen: rules.ts:1:23: Type expected.\n" },
  ],
])("a config in TypeScript, with what it imports, %s", async (_what, files, expected) => {
  const config =
    'import { setting } from "./rules.ts";\nexport default { rules: { "no-unused-components": setting } };\n';
  const cwd = folder({ "pets.yaml": PETS, "earmark.config.ts": config, ...files });
  expect(await codegen(cwd, "lint", "pets.yaml")).toEqual(expected);
});

it("annotates a call in a sandbox, which stops when told", async () => {
  const cwd = folder({});
  const { child, found } = start(cwd, process.env, EARMARK, "sandbox", "--port", "0");
  const url = await found(/^Sandbox listening on (\S+)$/);
  const env = {
    ...process.env,
    TWILIO_ACCOUNT_SID: "ACdeadbeefdeadbeefdeadbeefdeadbeef",
    TWILIO_AUTH_TOKEN: "any-secret-will-do",
    EARMARK_BASE_URL: url,
  };
  const earmark = (...args: readonly string[]) => attempt([NODE, EARMARK, ...args], { cwd, env });
  expect(await earmark("update", CALL, "--comment", "für später")).toMatchObject({ code: 0 });
  const { code, out } = await earmark("get", CALL, "--output", "json");
  expect([code, JSON.parse(out)]).toEqual([0, expect.objectContaining({ comment: "für später" })]);
  await stopped(child, "SIGTERM");
});
