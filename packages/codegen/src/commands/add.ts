import { spawn } from "node:child_process";
import { dirname, join, relative, resolve } from "node:path";
import { readDocument } from "../document/index.ts";
import { generatePackages } from "../generate.ts";
import { buildModel } from "../model/index.ts";
import { readText, writeTarget } from "../output/index.ts";
import { scaffold } from "../scaffold/scaffold.ts";
import { describeDocument, findWorkspace, UsageError } from "../workspace.ts";
import type { ExitCode, Io } from "./io.ts";

/**
 * `codegen add`: the packages of a new document, generated, and known to the workspace.
 *
 * @param installPackages Makes the workspace know them; tests leave it out.
 */
export async function add(
  file: string,
  io: Io,
  installPackages: (root: string, io: Io) => Promise<ExitCode> = install,
): Promise<ExitCode> {
  const root = await findWorkspace(io.cwd);
  const path = resolve(io.cwd, file);
  if (dirname(path) !== join(root, "openapi")) {
    throw new UsageError(
      `${file} must be directly in ${join(root, "openapi")}; move it there as NAME.yaml, since packages are called after it`,
    );
  }
  const document = describeDocument(root, path);
  // All that can be wrong with the document is found out before anything is written.
  const { name, title } = nameOf(buildModel(await readDocument(path, document.origin)));
  const { targets } = await generatePackages(document);
  const written = [...(await scaffold(root, { name, title, origin: document.origin }))];
  for (const target of targets) written.push(...(await writeTarget(target)));
  for (const each of written.sort()) io.out(relative(io.cwd, each));
  return installPackages(root, io);
}

function nameOf({ document, title }: ReturnType<typeof buildModel>): { readonly name: string; readonly title: string } {
  const { name } = document;
  if (/^[a-z][a-z0-9-]*$/.test(name)) return { name, title };
  throw new UsageError(
    `${name} cannot be part of a package's name; call the document by small letters, digits and dashes`,
  );
}

/** A new package is unknown to the lock file until the next install, and a frozen install would fail. */
async function install(root: string, io: Io): Promise<ExitCode> {
  const { packageManager = "pnpm" } = JSON.parse((await readText(join(root, "package.json"))) ?? "{}") as {
    packageManager?: string;
  };
  for (const [command, ...args] of [
    ["pnpm", "install"],
    ["npx", "-y", packageManager, "install"],
  ] as const) {
    const code = await run(command, args, root);
    if (code === 0) return 0;
    if (code !== undefined) {
      io.err("the packages are written, but pnpm install failed; run it again");
      return 1;
    }
  }
  throw new UsageError("the packages are written, but there is no pnpm to install them with; run pnpm install");
}

/** Exit code of a command, or undefined when there is no such command. Its output is talk. */
function run(command: string, args: readonly string[], cwd: string): Promise<number | undefined> {
  return new Promise((settle) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", process.stderr, process.stderr] });
    child.on("error", () => settle(undefined));
    child.on("exit", (code) => settle(code ?? 1));
  });
}
