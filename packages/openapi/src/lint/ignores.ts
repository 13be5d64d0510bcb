import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { EVENT_ID, parseEvents } from "js-yaml";
import { type Diagnostic, diagnoseFile } from "../diagnostics/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { displayPath } from "../document/files.ts";
import { readableText } from "../document/parse.ts";
import { didYouMean } from "../printing/nearest.ts";
import { allRules } from "./checks.ts";

/** `# earmark-ignore RULE: reason` in a YAML file: what the rule says of a line is not reported. */
interface Ignore {
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  /** The line that it is about: its own, if something else is on it; else the next one that is no comment. */
  readonly covers: number;
  /** What is wrong with it; then it ignores nothing. */
  readonly mistake: string | undefined;
}

/** What is left of diagnostics, and what there is to say about comments that ignore some. */
interface Remaining {
  readonly diagnostics: readonly Diagnostic[];
  readonly unused: readonly Diagnostic[];
}

/** Leaves out what comments in the files of a document, and in its overlays, ignore. */
export async function withoutIgnored(
  diagnostics: readonly Diagnostic[],
  { file, parts, overlays }: Document,
): Promise<Remaining> {
  const ignores = new Map<string, readonly Ignore[]>();
  for (const path of [resolve(file), ...parts, ...overlays.map((overlay) => resolve(dirname(file), overlay))]) {
    // A document of another revision has no file; an overlay may be one of several.
    const text = await readFile(path, "utf8").catch(() => "");
    const found = ignoresIn(text.replaceAll("\r\n", "\n"));
    if (found.length > 0) ignores.set(displayPath(path), found);
  }
  if (ignores.size === 0) return { diagnostics, unused: [] };
  const used = new Set<Ignore>();
  const kept = diagnostics.filter((one) => {
    const matching = ignores
      .get(one.file)
      ?.filter(({ rule, covers, mistake }) => rule === one.rule && covers === one.line && mistake === undefined);
    if (matching === undefined || matching.length === 0) return true;
    for (const ignore of matching) used.add(ignore);
    return false;
  });
  const unused = [...ignores].flatMap(([at, all]) =>
    all.flatMap((ignore) => {
      const place = { file: at, line: ignore.line, column: ignore.column };
      if (ignore.mistake !== undefined) return diagnoseFile("wrong-ignore", place, ignore.mistake);
      const message = `${ignore.rule} says nothing of line ${ignore.covers}; remove the comment, or move it to the line that it is about`;
      return used.has(ignore) ? [] : diagnoseFile("unused-ignore", place, message);
    }),
  );
  return { diagnostics: kept, unused };
}

const MARK = "earmark-ignore";
const COMMENT = /(?:^|(?<=\s))#[ \t]*earmark-ignore\b[ \t]*(?<rest>.*)$/gm;

/** The comments in a YAML file that ignore something. JSON has no comments. */
function ignoresIn(source: string): readonly Ignore[] {
  if (!source.includes(MARK)) return [];
  const text = readableText(source);
  const strings = stringsIn(text);
  const lines = text.split("\n");
  return [...text.matchAll(COMMENT)].flatMap(({ index, groups }) => {
    if (strings.some(([start, end]) => start <= index && index < end)) return [];
    const before = text.slice(0, index).split("\n");
    const [line, own = ""] = [before.length, before.at(-1)];
    const next = lines.findIndex((content, at) => at >= line && !/^\s*(#|$)/.test(content));
    const [, rule = "", reason = ""] = /^([^\s:]*)\s*:?\s*(.*)$/.exec(groups?.rest ?? "") ?? [];
    const covers = own.trim() === "" ? next + 1 : line;
    return [{ rule, line, column: own.length + 1, covers, mistake: mistakeIn(rule, reason) }];
  });
}

/** Where strings are: what looks like a comment there is none. */
function stringsIn(text: string): readonly (readonly [start: number, end: number])[] {
  return parseEvents(text, {}).flatMap((event) =>
    event.type === EVENT_ID.SCALAR ? [[event.valueStart, event.valueEnd] as const] : [],
  );
}

function mistakeIn(rule: string, reason: string): string | undefined {
  const expected = `expected # ${MARK} RULE: reason`;
  if (rule === "") return `${expected}, received no rule`;
  const rules = allRules();
  if (!rules.has(rule))
    return `there is no rule ${rule}${didYouMean(rule, rules.keys()) || "; RULES.md of @earmark/openapi lists them"}`;
  return reason === "" ? `${expected}, received no reason; say why ${rule} does not hold here` : undefined;
}
