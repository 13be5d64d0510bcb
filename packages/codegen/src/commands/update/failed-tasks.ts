/** A task of the workspace that failed, and what it said. */
export interface FailedTask {
  /** Name of the package; `//` for the workspace itself. */
  readonly owner: string;
  readonly task: string;
  readonly lines: readonly string[];
}

/** `@earmark/cli:build: src/main.ts(1,2): error …`, as turbo puts the name of the task before each line. */
const LINE = /^(\S+?):(\S+?): ?(.*)$/;
/** What turbo and pnpm say of every task. */
const NOISE = /^(cache (hit|miss|bypass)|\$ |\[ELIFECYCLE\]|\s*$)/;

/** The failed tasks among what turbo said with the name of its task before each line, in their order there. */
export function failedTasks(said: string): readonly FailedTask[] {
  const lines = withoutColours(said).split(/\r?\n/);
  const failed = new Set(
    lines.flatMap((line) => /^\s*Failed:\s+(.*)$/.exec(line)?.[1]?.split(", ") ?? []).map((name) => name.trim()),
  );
  const tasks = new Map<string, string[]>([...failed].map((name) => [name, []]));
  for (const line of lines) {
    const [, owner, task, text = ""] = LINE.exec(line) ?? [];
    if (!NOISE.test(text)) tasks.get(`${owner}#${task}`)?.push(text.trimEnd());
  }
  return [...tasks].map(([name, own]) => {
    const [owner = "", task = ""] = name.split("#");
    return { owner, task, lines: own };
  });
}

function withoutColours(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours of a terminal begin with.
  return text.replaceAll(/\u001b\[[0-9;]*m/g, "");
}
