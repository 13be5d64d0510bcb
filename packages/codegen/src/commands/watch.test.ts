import { EventEmitter } from "node:events";
import type { FSWatcher } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tempFolder, writeFiles } from "@earmark/testing";
import { expect, it, onTestFinished, vi } from "vitest";
import { apiWorkspace } from "../testing/api-workspace.ts";
import type { GenerateFlags } from "./generate.ts";
import { watchDocuments } from "./watch.ts";

const DOCUMENT =
  "openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths: {}\ncomponents: { schemas: { Pet: { type: string } } }\n";

/** A watch in the background, and a way to wait for the n-th thing that it says. */
async function watching(
  folder: string,
  watchFolder?: Parameters<typeof watchDocuments>[3],
  more: Partial<GenerateFlags> = { spec: "pets.yaml", out: "generated" },
) {
  const said: string[] = [];
  let wake = (): void => {};
  const controller = new AbortController();
  const io = {
    cwd: folder,
    name: "codegen",
    interrupted: () => controller.signal,
    out: () => {},
    workflowCommand: () => {},
    err: (line: string) => {
      said.push(line);
      wake();
    },
  };
  const flags = { check: false, failOnSkipped: false, ...more };
  const ended = watchDocuments(flags, io, controller.signal, watchFolder);
  onTestFinished(() => controller.abort());
  const until = async (pattern: RegExp): Promise<void> => {
    for (;;) {
      const index = said.findIndex((line) => pattern.test(line));
      if (index !== -1) return void said.splice(0, index + 1);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  await until(/^watching /);
  const stop = (): Promise<number> => {
    controller.abort();
    return ended;
  };
  return { until, stop };
}

it("generates whichever file was saved, where the system does not say which, and survives a removed folder", async () => {
  const folder = await tempFolder({ "pets.yaml": DOCUMENT });
  const watcher = Object.assign(new EventEmitter(), { close: vi.fn() });
  const listeners: ((event: string, filename: string | null) => void)[] = [];
  const { until, stop } = await watching(folder, (_folder, listener) => {
    listeners.push(listener);
    return watcher as unknown as FSWatcher; // as far as it is used
  });
  await writeFile(join(folder, "pets.yaml"), DOCUMENT.replace("Pet:", "Dog:"));
  listeners[0]?.("change", null);
  await until(/changed/);
  watcher.emit("error", Object.assign(new Error("EPERM: watch"), { code: "EPERM" }));
  expect(watcher.close).toHaveBeenCalledTimes(1);
  expect(await stop()).toBe(0);
});

it("generates again after each save, survives a broken document, and stops when told", async () => {
  const folder = await tempFolder();
  const file = join(folder, "pets.yaml");
  await writeFile(file, DOCUMENT);
  const { until, stop } = await watching(folder);

  await writeFile(file, DOCUMENT.replace("Pet:", "Dog:"));
  await until(/changed/);
  expect(await readFile(join(folder, "generated/validators.gen.js"), "utf8")).toContain("export const Dog ");

  await writeFile(file, "openapi: [");
  await until(/pets\.yaml:\d+:\d+ /);
  expect(await readFile(join(folder, "generated/validators.gen.js"), "utf8")).toContain("export const Dog ");

  await writeFile(file, DOCUMENT.replace("Pet:", "Cat:"));
  await until(/changed/);
  expect(await readFile(join(folder, "generated/validators.gen.js"), "utf8")).toContain("export const Cat ");
  expect(await stop()).toBe(0);
});

const renamed = (name: string): string =>
  `overlay: 1.1.0\ninfo: { title: T, version: "1" }\nactions:\n  - target: $.components.schemas\n    update: { ${name}: {} }\n`;

it("generates again after each save of an overlay, wherever it is", async () => {
  const folder = await tempFolder({ "api/pets.yaml": DOCUMENT, "overlays/a.yaml": renamed("Cat") });
  const flags = { spec: "api/pets.yaml", out: "generated", overlay: ["overlays/a.yaml"] };
  const { until, stop } = await watching(folder, undefined, flags);
  await writeFiles(folder, { "overlays/a.yaml": renamed("Dog") });
  await until(/changed/);
  expect(await readFile(join(folder, "generated/validators.gen.js"), "utf8")).toContain("export const Dog ");
  expect(await stop()).toBe(0);
});

it("generates again after each save of the config of a workspace, and of an overlay that it names", async () => {
  const config = (...overlays: readonly string[]): string => JSON.stringify({ overlays: { pets: overlays } });
  const folder = await apiWorkspace({
    "earmark.config.json": config("overlays/a.yaml"),
    "overlays/a.yaml": renamed("Cat"),
    "overlays/b.yaml": renamed("Cow"),
  });
  const { until, stop } = await watching(folder, undefined, {});
  const types = (): Promise<string> =>
    readFile(join(folder, "packages/pets-types/src/generated/types.gen.d.ts"), "utf8");
  await writeFiles(folder, { "overlays/a.yaml": renamed("Dog") });
  await until(/changed/);
  expect(await types()).toContain("type Dog ");
  await writeFiles(folder, { "earmark.config.json": config("overlays/b.yaml") });
  await until(/changed/);
  expect(await types()).toContain("type Cow ");
  expect(await stop()).toBe(0);
});

it.each(["specs/pets.yaml", "pets.yaml"])("generates again after each save of a document at %s", async (path) => {
  const folder = await tempFolder({
    "package.json": JSON.stringify({ name: "one", type: "module" }),
    "earmark.config.json": JSON.stringify({ documents: { pets: path } }),
    [path]: DOCUMENT,
  });
  const { until, stop } = await watching(folder, undefined, {});
  await writeFiles(folder, { [path]: DOCUMENT.replace("Pet:", "Dog:") });
  await until(/changed/);
  expect(await readFile(join(folder, "src/generated/pets/validators.gen.js"), "utf8")).toContain("export const Dog ");
  expect(await stop()).toBe(0);
});
