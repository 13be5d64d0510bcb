import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect, inject, it } from "vitest";
import { serve } from "./registry/serve.ts";
import { publishedPackages, WORKSPACE } from "./workspace/packages.ts";
import { run } from "./workspace/run.ts";

const project = inject("consumer");
const published = publishedPackages().map(({ manifest }) => manifest.name);

it.each(published)("the readme of %s begins with five minutes that work as it says", async (name) => {
  const readme = readFileSync(join(project, "node_modules", name, "README.md"), "utf8");
  const [, section = ""] = readme.split(/^## First five minutes$/m);
  const [own = ""] = section.split(/^## /m);
  const blocks = [...own.matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  expect(blocks.map(([, language]) => language)).toEqual(expect.arrayContaining(["sh", "console"]));
  // In the project that has everything, in a folder of its own.
  const folder = mkdtempSync(join(project, "readme-"));
  for (const [, language, text = ""] of blocks) {
    if (language === "sh") expectInstallable(name, text);
    else if (language === "console") await expectAsPrinted(text, folder);
    else writeFileSync(join(folder, /^(?:\/\/|#) (\S+)/.exec(text)?.[1] ?? "unnamed"), text);
  }
});

/** Tools that a readme says to install, and this workspace has. */
const TOOLS = ["typescript"];

function expectInstallable(name: string, text: string): void {
  const names = text.split("\n").flatMap((line) => {
    const [, installed = line] = /^npm install (?:--save-dev |--global )?(.+)$/.exec(line) ?? [];
    return installed === "" ? [] : installed.split(" ");
  });
  expect(names).toContain(name);
  expect([...published, ...TOOLS]).toEqual(expect.arrayContaining(names));
}

/** Runs the commands of a terminal. What `npx` finds is installed, and the port of the readme may be in use. */
async function expectAsPrinted(readme: string, cwd: string): Promise<void> {
  const text = readme.replaceAll("4010", String(await freePort()));
  const commands = [...text.matchAll(/^\$ (?:npx )?(.+)$/gm)].flatMap(([line, command]) => [
    `echo '${line.replaceAll("'", "'\\''")}'`,
    command,
  ]);
  const bins = [join(project, "node_modules/.bin"), join(WORKSPACE, "node_modules/.bin"), process.env.PATH];
  const env = { ...process.env, PATH: bins.join(delimiter), NO_COLOR: "1" };
  // Both streams as they come, as on a terminal.
  const printed = await run(["sh", "-c", ["exec 2>&1", ...commands].join("\n")], { cwd, env });
  // A line that is `…` stands for any lines.
  const lines = text.split(/(?<=\n)/).map((line) => (line === "…\n" ? "(?:.*\n)*" : escaped(line)));
  expect(printed).toMatch(new RegExp(`^${lines.join("")}$`));
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

async function freePort(): Promise<number> {
  const { url, close } = await serve(async () => {});
  await close();
  return Number(new URL(url).port);
}
