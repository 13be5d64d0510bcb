import { accessSync, constants } from "node:fs";

/** Where Linux distributions put it. */
const USUAL = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/**
 * The browser of this machine; `undefined` when there is none. `CHROMIUM_PATH` and `CHROME_PATH` come first, and the
 * usual places after them.
 *
 * @throws when one of the variables names something that cannot be run, which is a mistake and no absence.
 */
export function findChromium(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  for (const name of ["CHROMIUM_PATH", "CHROME_PATH"]) {
    const path = environment[name];
    if (path === undefined || path === "") continue;
    if (!isExecutable(path)) throw new Error(`${name} is ${path}, which cannot be run.`);
    return path;
  }
  return USUAL.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
