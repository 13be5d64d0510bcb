import type { Reading } from "@earmark/openapi";
import { buildCommand } from "@stricli/core";
import { argument, type Context, formats, runs } from "./command-line.ts";
import { DIFF_FORMATS, type DiffFormat, formatDiff } from "./format/index.ts";
import { LEVELS, type Level, levelOf } from "./rules/impact.ts";

interface Flags {
  readonly format: DiffFormat;
  readonly failOn?: FailOn;
}

/** The levels at which `--fail-on` makes a difference: every change has one of at least `patch`. */
type FailOn = Extract<Level, "major" | "minor">;

/** Reads BEFORE or AFTER, relative to the working directory. */
export type ReadEdition = (text: string, cwd: string) => Promise<Reading>;

/**
 * The command that compares BEFORE and AFTER, a `Command` of Stricli's: runs by itself, or as one of several.
 *
 * @param load Loads what reads them; without it, they are read as they are.
 */
export function buildDiffCommand(load?: () => Promise<ReadEdition>): object {
  return buildCommand<Flags, [string, string], Context>({
    docs: {
      brief: "Say what changed between two documents, and what that means to whom",
      fullDescription:
        "Compares two documents and says, for each edit, what it means to running programs (wire), to code that is compiled\n" +
        "against the generated types (types), to validators, to exported names (surface) and to readers (docs).\n" +
        "BEFORE and AFTER are files, or revisions as git writes them: main:openapi/annotation.yaml, HEAD~1:./annotation.yaml.\n" +
        "Every rule is explained in RULES.md of @earmark/openapi-diff. Exits 0 when it could compare, with or without changes, unless\n" +
        "--fail-on says otherwise.",
    },
    parameters: {
      flags: {
        format: formats(DIFF_FORMATS, "For a terminal, a program, a pull request, or its checks on GitHub"),
        failOn: {
          kind: "enum",
          values: ["major", "minor"],
          optional: true,
          brief: "Exit 1 where a change is as severe as this, or more, on any channel",
        },
      },
      positional: {
        kind: "tuple",
        parameters: [
          argument("BEFORE", "The earlier document: a file, or REF:path"),
          argument("AFTER", "The later document: a file, or REF:path"),
        ],
      },
    },
    loader: runs(async () => {
      const [{ expectDocument, readRevision }, { diffDocuments }] = await Promise.all([
        import("@earmark/openapi"),
        import("./diff/diff.ts"),
      ]);
      const read = (await load?.()) ?? readRevision;
      return async (io, { format, failOn }: Flags, before: string, after: string) => {
        // One after the other: when both cannot be read, the first is reported, every time.
        const old = expectDocument(await read(before, io.cwd));
        const now = expectDocument(await read(after, io.cwd));
        const diff = diffDocuments(old, now);
        const formatted = formatDiff(diff, format);
        if (format !== "github") io.out(formatted);
        else for (const line of formatted.split("\n").filter((line) => line !== "")) io.workflowCommand(line);
        return failOn !== undefined && LEVELS.indexOf(levelOf(diff.impact)) >= LEVELS.indexOf(failOn) ? 1 : 0;
      };
    }),
  });
}
