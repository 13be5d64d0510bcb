import { dirname, relative } from "node:path";
import { expect } from "vitest";
import { STRICTEST } from "../compile.ts";
import { type Block, commandsOf, isPrinted, type Part, readChapter, writtenChapter } from "./chapter.ts";
import type { Repository } from "./repository.ts";

/**
 * Does what a page says, in a repository: writes its files, compiles its code, runs its commands. Fails for a block that
 * nothing is done with, and for code that no command runs.
 *
 * @returns the page with what its commands really print.
 */
export async function followPage(markdown: string, repository: Repository): Promise<string> {
  const files = filesOf(repository);
  const calls: string[] = [];
  const written: Part[] = [];
  for (const part of readChapter(repository.toLocal(markdown))) {
    if (part.kind === "prose") written.push(part);
    else if (part.language === "mermaid") written.push(part);
    else if (part.language === "console" || part.language === "sh") {
      const lines: string[] = [];
      for (const { call, printed } of commandsOf(part)) {
        if (call.startsWith("node ")) await files.compile();
        calls.push(call);
        lines.push(...(await linesOf(part, call, printed, repository)));
      }
      written.push({ ...part, lines });
    } else {
      await files.write(part);
      written.push(part);
    }
  }
  await files.compile();
  expect(files.notRunBy(calls)).toEqual([]);
  return repository.toPage(writtenChapter(written));
}

/** Runs a command, and returns it as it is on the page, with what it prints. */
async function linesOf(
  { language }: Block,
  call: string,
  printed: readonly string[],
  { run }: Repository,
): Promise<readonly string[]> {
  const really = await run(call);
  if (language === "console") return [`$ ${call}`, ...(isPrinted(printed, really) ? printed : really)];
  // What npm and git print is theirs.
  expect(await run("echo $?"), `${call}\n${really.join("\n")}`).toEqual(["0"]);
  return [call];
}

/** The files that a page shows. */
function filesOf({ run, textOf, write }: Repository) {
  const code = new Map<string, string>();
  const compiled = new Set<string>();

  const isRun = (path: string, calls: readonly string[]): boolean =>
    path.startsWith("earmark.config.") ||
    calls.some((call) => call.includes(path)) ||
    [...code].some(([other, text]) => text.includes(`"./${relative(dirname(other), path)}"`) && isRun(other, calls));

  return {
    /** Writes what a block shows. Of JSON that is there already, it shows a part. */
    async write({ language, lines, path }: Block): Promise<void> {
      const what = `a block of ${language || "no language"}: ${lines[0]}`;
      if (path === undefined) throw new Error(`expected the name of its file, received ${what}`);
      const present = await textOf(path);
      const text = language === "diff" ? edited(path, present, lines) : `${lines.join("\n")}\n`;
      if (language === "json" && present !== undefined) {
        expect(JSON.parse(present)).toMatchObject(JSON.parse(text));
        return;
      }
      if (!["json", "yaml", "ts", "diff"].includes(language))
        throw new Error(`expected what can be run, received ${what}`);
      if (path.endsWith(".ts")) {
        code.set(path, text);
        compiled.delete(path);
      }
      await write(path, text);
    },

    /** Compiles the code that was not compiled yet. */
    async compile(): Promise<void> {
      const paths = [...code.keys()].filter((path) => !compiled.has(path));
      if (paths.length === 0) return;
      for (const path of paths) compiled.add(path);
      const config = "tsconfig.guide.json";
      await write(config, JSON.stringify({ compilerOptions: COMPILER_OPTIONS, files: paths }));
      const errors = await run(`npx tsc -p ${config} --pretty false`);
      await run(`rm ${config}`);
      expect(errors, errors.join("\n")).toEqual([]);
    },

    /** Code that is neither run by a command nor imported by what is. */
    notRunBy: (calls: readonly string[]): readonly string[] => [...code.keys()].filter((path) => !isRun(path, calls)),
  };
}

const COMPILER_OPTIONS = {
  ...STRICTEST,
  types: ["node"],
  allowImportingTsExtensions: true,
  erasableSyntaxOnly: true,
  // Those of other packages: generated ones have tests of their own.
  skipLibCheck: true,
};

/** What a file is after an edit, whose first line names it. Of a file that is not there, the edit shows all lines. */
function edited(path: string, present: string | undefined, [first = "", ...rest]: readonly string[]): string {
  const without = (mark: string, lines: readonly string[]): string =>
    lines
      .filter((line) => !line.startsWith(mark))
      .map((line) => `${line.slice(1)}\n`)
      .join("");
  if (present === undefined) return without("-", [first, ...rest]);
  const [before, after] = [without("+", rest), without("-", rest)];
  if (present.split(before).length !== 2) throw new Error(`expected once in ${path}: ${before}`);
  return present.replace(before, () => after);
}
