import { BANNER } from "../emit/index.ts";

/** Where a file is written before it is moved to its place. */
export function stagedPath(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** The path that a staged file of a run that has ended was meant for; undefined for any other file. */
export function abandonedFor(path: string): string | undefined {
  const [, intended, pid] = /^(.+)\.(\d+)\.tmp$/.exec(path) ?? [];
  return Number(pid) === process.pid || !isRunning(Number(pid)) ? intended : undefined;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether a file that was cut short, even to nothing, can be the beginning of a generated one. */
export function mayBecome(text: string, found: string): boolean {
  const length = Math.min(found.length, BANNER.length);
  return found.slice(0, length) === text.slice(0, length);
}
