import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { mockCall } from "./mock-call.ts";

const ROOT = join(import.meta.dirname, "../../../..");

const API = `openapi: 3.1.0
info: { title: Elsewhere, version: "1" }
paths:
  /thing: { get: { responses: { "200": { description: x, content: { application/json: { example: { a: 1 } } } } } } }
`;

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "mock-"));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(made, name), text);
  return made;
}

it("takes any document, from where it is called or from the root of the workspace", async () => {
  const elsewhere = await folder({ "api.yaml": API, "api.json": '{"swagger":"2.0","paths":{"/a":{}}}' });
  const annotation = join(ROOT, "openapi/annotation.yaml");
  const summaries = join(ROOT, "openapi/summaries.yaml");
  const port = ["--port", "4011"];
  for (const [args, cwd, file, options] of [
    [[], elsewhere, annotation, []],
    [["openapi/summaries.yaml"], ROOT, summaries, []],
    [["openapi/summaries.yaml"], elsewhere, summaries, []],
    [["summaries.yaml", "-p", "4011"], join(ROOT, "openapi"), summaries, port],
    [["--", ...port, "api.yaml"], elsewhere, join(elsewhere, "api.yaml"), port],
    [["api.json", "-d", "-h", "::1"], elsewhere, join(elsewhere, "api.json"), ["--host", "::1", "--dynamic"]],
    [[summaries], elsewhere, summaries, []],
  ] as const)
    expect(await mockCall(args, cwd)).toEqual({ file, options });
});

it.each([
  [["nothing.yaml"], /^nothing\.yaml: no such file; the documents here are openapi\/annotation\.yaml, openapi\/summ/],
  [["."], /^\.: no such file/],
  [["shared.yaml"], /^shared\.yaml is no API/],
  [["empty.yaml"], /^empty\.yaml is no API/],
  [["a.yaml", "b.yaml"], /^expected one document, received a\.yaml, b\.yaml; pnpm mock \[FILE\]/],
  [["--port", "many"], /^--port expects a number from 0 to 65535, received "many"/],
  [["--port", "65536"], /^--port expects/],
  [["--prot", "1"], /--prot.*pnpm mock/],
])("says what is wrong with %j", async (args, problem) => {
  const cwd = await folder({ "shared.yaml": "components: { schemas: { A: {} } }", "empty.yaml": "" });
  expect(await mockCall(args, cwd)).toEqual({ problem: expect.stringMatching(problem) });
});

it("mocks it", async () => {
  const elsewhere = await folder({ "api.yaml": API });
  const port = await freePort();
  const child = spawn(process.execPath, [join(import.meta.dirname, "main.ts"), "api.yaml", "--port", String(port)], {
    env: { ...process.env, INIT_CWD: elsewhere },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill());
  await new Promise<void>((resolve, fail) => {
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said.includes("listening")) resolve();
    });
    child.on("close", () => fail(new Error(`Prism ended: ${said}`)));
  });
  expect(await (await fetch(`http://127.0.0.1:${port}/thing`)).json()).toEqual({ a: 1 });
  const ended = new Promise((resolve) => child.removeAllListeners("close").on("close", resolve));
  child.kill("SIGINT");
  await ended;
  await expect(fetch(`http://127.0.0.1:${port}/thing`)).rejects.toThrow();
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
