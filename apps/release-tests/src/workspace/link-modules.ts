import { existsSync, mkdirSync, readdirSync, realpathSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { WORKSPACE, workspacePackages } from "./packages.ts";

/**
 * Links modules into a copy of the workspace, as an install would: packages from the registry that the workspace has
 * installed, and the copy's own packages where one depends on another.
 */
export function linkModules(copy: string): void {
  for (const folder of [".", ...workspacePackages().map((each) => each.folder)]) {
    const modules = join(WORKSPACE, folder, "node_modules");
    for (const name of existsSync(modules) ? moduleNames(modules) : []) {
      const module = realpathSync(join(modules, name));
      const link = join(copy, folder, "node_modules", name);
      mkdirSync(dirname(link), { recursive: true });
      const isOwn = !module.includes("/node_modules/");
      symlinkSync(isOwn ? join(copy, relative(WORKSPACE, module)) : module, link);
    }
  }
}

/** `openapi-fetch`, `@earmark/http`, and `.bin` with the commands; without the files of pnpm about the install. */
function moduleNames(modules: string): readonly string[] {
  return readdirSync(modules).flatMap((name) => {
    if (name.startsWith("@")) return readdirSync(join(modules, name)).map((rest) => `${name}/${rest}`);
    return name.startsWith(".") && name !== ".bin" ? [] : [name];
  });
}
