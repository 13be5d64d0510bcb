import { mkdir, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { bannerOf } from "../emit/index.ts";
import { UsageError } from "./usage-error.ts";

/** Where a file is written before it is moved to its place. */
function stagedPath(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** What a staged file is meant for, and the process that wrote it; undefined for any other file. */
export function stagedFor(path: string): { readonly intended: string; readonly pid: number } | undefined {
  const [, intended, pid] = /^(.+)\.(\d+)\.tmp$/.exec(path) ?? [];
  return intended === undefined ? undefined : { intended, pid: Number(pid) };
}

/** No run stages a file for longer. The number of a process that has ended is given to another sooner or later. */
const LONGEST_RUN = 10 * 60_000;

/** Whether a run may still be about to move a staged file to its place. This one has nothing staged when it asks. */
export async function isInUse(file: string, pid: number): Promise<boolean> {
  if (pid === process.pid || !isRunning(pid)) return false;
  return Date.now() - (await stat(file)).mtimeMs < LONGEST_RUN;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"; // as errors of the system are
  }
}

/** What Windows says of a file that another program has open, such as an editor or a virus scanner. */
const IN_USE: readonly unknown[] = ["EACCES", "EBUSY", "EPERM"];
/** Milliseconds between attempts: most programs have a file open for less than all of them. */
const PAUSES: readonly number[] = [10, 20, 50, 100, 200, 400];

/** Replaces or removes a file, and tries again while another program has it open: Windows refuses that, others do not. */
export async function whileInUse(act: () => Promise<void>, pauses: readonly number[] = PAUSES): Promise<void> {
  for (const pause of pauses) {
    try {
      return await act();
    } catch (error) {
      if (!IN_USE.includes((error as NodeJS.ErrnoException).code)) throw error; // as errors of the system are
    }
    await setTimeout(pause);
  }
  await act();
}

/** A file and all that is to be in it. */
export interface NewContent {
  readonly path: string;
  readonly content: string;
}

/**
 * Replaces files, in this order. All are written beside their places first: where that fails, none is touched, and no
 * folder stays that was made for them.
 *
 * @throws {UsageError} where one cannot be written.
 */
export async function replaceFiles(files: readonly NewContent[]): Promise<void> {
  const staged: string[] = [];
  const made: string[] = [];
  try {
    for (const { path, content } of files) {
      const from = stagedPath(path);
      try {
        const first = await mkdir(dirname(path), { recursive: true });
        if (first !== undefined) made.push(...foldersBetween(first, dirname(path)));
        staged.push(from);
        await writeFile(from, content);
      } catch (error) {
        throw unwritable(path, error);
      }
    }
    for (const { path } of files)
      await whileInUse(() => rename(stagedPath(path), path)).catch((error: unknown) => {
        throw unwritable(path, error);
      });
  } catch (error) {
    for (const from of staged) await rm(from, { force: true });
    // One that has something in it by now stays.
    for (const folder of made.reverse()) await rmdir(folder).catch(() => {});
    throw error;
  }
}

/** Both included, the upper one first. */
function foldersBetween(upper: string, lower: string): readonly string[] {
  return upper === lower || lower === dirname(lower) ? [upper] : [...foldersBetween(upper, dirname(lower)), lower];
}

/** What Node says, with the file that is meant: it names the one beside its place. */
function unwritable(path: string, error: unknown): UsageError {
  const [, reason] = /^[A-Z]+: ([^,]+)/.exec(error instanceof Error ? error.message : "") ?? [];
  return new UsageError(`${path} cannot be written: ${reason ?? String(error)}`, { cause: error });
}

/**
 * Whether a file that was cut short, even to nothing, can be the beginning of a generated one.
 *
 * @param text What is generated at the path; undefined where nothing is any more.
 */
export function mayBecome(text: string | undefined, path: string, found: string): boolean {
  const banner = bannerOf(path);
  const length = Math.min(found.length, banner.length);
  return found.slice(0, length) === (text ?? banner).slice(0, length);
}
