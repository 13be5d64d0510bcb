import { relative, resolve } from "node:path";

/** A path relative to the working directory, unless that leads out of it. */
export function displayPath(file: string): string {
  const path = relative(process.cwd(), resolve(file));
  return path.startsWith("..") || path === "" ? file : path;
}
