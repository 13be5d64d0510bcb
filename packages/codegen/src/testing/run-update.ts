import { writeFiles } from "@earmark/testing";
import { apiUpdate } from "../commands/api-update.ts";
import { attempt } from "../commands/io.ts";
import type { RunTasks } from "../commands/update/workspace-tasks.ts";
import { compileUsage, PETS, releasedWorkspace } from "./api-workspace.ts";
import { type Outcome, recordedIo } from "./run.ts";

export const DOCUMENT: string = PETS.replace("servers:", "security: []\nservers:");
export const ADDED: string = DOCUMENT.replace(
  "Name: { type: string, maxLength: 100 }",
  "$&\n        Age: { type: integer }",
);
export const RENAMED: string = DOCUMENT.replace("name: { type: string, desc", "title: { type: string, desc");
export const TIGHTENED: string = DOCUMENT.replace("maxLength: 100", "maxLength: 50");
export const REWORDED: string = DOCUMENT.replace("What it answers to.", "What it comes to.");
export const WITHOUT_DOG: string = DOCUMENT.replace("[cat, dog]", "[cat]");

/** A workspace whose document was released, and has been edited since. */
export async function editedForUpdate(document: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = await releasedWorkspace({ "openapi/pets.yaml": DOCUMENT, ...files });
  await writeFiles(root, { "openapi/pets.yaml": document });
  return root;
}

interface Setting {
  readonly base?: string;
  /** What a run of tasks says and leaves, by the first of them; the others succeed. */
  readonly failing?: Readonly<Record<string, string>>;
  readonly saying?: Readonly<Record<string, string>>;
  /** Told when tasks are to run, by the first of them. */
  readonly onRun?: (task: string, controller: AbortController) => void;
  readonly progress?: (text: string) => void;
}

/** Runs `codegen api-update` in this process, with tasks that only say something. */
export async function runUpdate(
  root: string,
  { base, failing = {}, saying = {}, onRun, progress }: Setting = {},
): Promise<Outcome & { readonly ran: readonly string[] }> {
  const ran: string[] = [];
  const controller = new AbortController();
  const { io: silent, out, err } = recordedIo(root, controller.signal);
  const io = { ...silent, ...(progress && { progress }) };
  const runTasks: RunTasks = async (tasks) => {
    const [first = ""] = tasks;
    ran.push(tasks.join(" "));
    onRun?.(first, controller);
    const said = failing[first];
    return { code: said === undefined ? 0 : 1, said: said ?? saying[first] ?? "", skipped: [] };
  };
  const code = await attempt(io, () =>
    apiUpdate(base === undefined ? {} : { base }, io, () => runTasks, compileUsage, {}),
  );
  return { code, out, err, ran };
}

/** What turbo says of a task that failed. */
export const failed = (owner: string, task: string, ...lines: readonly string[]): string =>
  [...lines.map((line) => `${owner}:${task}: ${line}`), "", `Failed:    ${owner}#${task}`, ""].join("\n");
