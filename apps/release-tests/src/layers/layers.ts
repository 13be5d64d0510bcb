import { globSync } from "node:fs";
import { cruise, type ICruiseResult, type IForbiddenRuleType } from "dependency-cruiser";

/** The packages and apps of the workspace, and what each of them imports of the others; `NAME` is that of an API. */
export const ALLOWED_IMPORTS: Readonly<Record<string, readonly string[]>> = {
  "packages/validation": [],
  "packages/http": ["packages/validation"],
  "packages/openapi": [],
  "packages/openapi-diff": ["packages/openapi"],
  "packages/codegen": ["packages/openapi-diff", "packages/openapi", "packages/http", "packages/validation"],
  "packages/NAME-types": ["packages/http", "packages/validation"],
  "packages/NAME-validators": ["packages/NAME-types", "packages/http", "packages/validation"],
  "packages/NAME-client": ["packages/NAME-types", "packages/NAME-validators", "packages/http", "packages/validation"],
  "packages/sandbox": ["packages/http", "packages/validation"],
  "packages/contract": ["packages/openapi", "packages/http", "packages/validation", "packages/sandbox"],
  apps: ["packages"],
};

/** Folders that import more than the rest of their package. */
const EXCEPTIONS: readonly {
  readonly owner: string;
  readonly folders: readonly string[];
  readonly imports: readonly string[];
}[] = [
  // How Twilio behaves is to be a package of its own.
  {
    owner: "packages/sandbox",
    folders: ["twilio"],
    imports: ["packages/\\w+-(types|validators|client)"],
  },
];

/** Of code that runs or is imported; tests and what only they need may import what they test it with. */
const TESTS = "(\\.test(-d)?\\.ts$|/testing/)";

/** A rule that an import breaks, the file or folder that has it, and what is imported, or the way round a cycle. */
export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: readonly string[];
}

/**
 * Imports that the layers do not allow: of other packages, and in cycles of files or of folders. Imports of types count.
 *
 * @param root A workspace with folders `packages` and `apps`.
 * @param allowed What may import what, as {@link ALLOWED_IMPORTS}.
 *
 * @throws {Error} when fewer files were read than there are, since a reader that finds nothing wrong in no file proves nothing.
 */
export async function findViolations(
  root: string,
  allowed: Readonly<Record<string, readonly string[]>> = ALLOWED_IMPORTS,
): Promise<readonly Violation[]> {
  const folders = globSync("{packages,apps}/*/src", { cwd: root }).map(slashed).sort();
  const files = folders.flatMap((folder) =>
    globSync(`${folder}/**/*.ts`, { cwd: root })
      .map(slashed)
      .filter((file) => !new RegExp(TESTS).test(file)),
  );
  const { modules, summary } = await cruised(root, folders, allowed);
  const read = new Set(modules.map(({ source }) => source));
  const unread = files.filter((file) => !read.has(file));
  if (unread.length > 0 || files.length === 0)
    throw new Error(
      `expected imports of ${files.length} files, received those of ${files.length - unread.length}: ${unread.slice(0, 3).join(", ")}`,
    );
  return summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    from,
    to: cycle === undefined ? [to] : cycle.map(({ name }) => name),
  }));
}

async function cruised(
  root: string,
  folders: readonly string[],
  allowed: Readonly<Record<string, readonly string[]>>,
): Promise<ICruiseResult> {
  const { output } = await cruise([...folders], {
    baseDir: root,
    tsPreCompilationDeps: true,
    exclude: { path: TESTS },
    doNotFollow: { path: ["node_modules", "/dist/"] },
    validate: true,
    ruleSet: {
      forbidden: [
        { name: "file-cycle", severity: "error", from: {}, to: { circular: true } },
        { name: "folder-cycle", severity: "error", scope: "folder", from: {}, to: { circular: true } },
        ...folders.flatMap((folder) => importRules(folder, allowed)),
      ],
    },
  });
  if (typeof output === "string") throw new Error(output);
  return output;
}

/** Forbids a package all imports but of itself, of what the table names, and of what comes from outside. */
function importRules(folder: string, allowed: Readonly<Record<string, readonly string[]>>): IForbiddenRuleType[] {
  const owner = folder.replace(/\/src$/, "");
  const [, api] = /^packages\/(\w+)-(types|validators|client)$/.exec(owner) ?? [];
  const key = owner.startsWith("apps/") ? "apps" : api === undefined ? owner : owner.replace(api, "NAME");
  const names = (allowed[key] ?? []).map((name) => name.replace("NAME", api ?? "NAME"));
  const exception = EXCEPTIONS.find(({ owner: name }) => name === owner);
  const rule = (from: object, permitted: readonly string[]): IForbiddenRuleType => ({
    name: "forbidden-import",
    severity: "error",
    from: { path: `^${owner}/`, ...from },
    // By name, or by a path.
    to: { path: `^((packages|apps)/|${SCOPE}/)`, pathNot: [owner, ...permitted].flatMap(spellings) },
  });
  if (exception === undefined) return [rule({}, names)];
  const inside = `^${owner}/src/(${exception.folders.join("|")})/`;
  return [rule({ pathNot: inside }, names), rule({ path: inside }, [...names, ...exception.imports])];
}

/** `^packages/http/` and `^@earmark/http(/|$)`; a folder of packages stands for all of them. */
function spellings(name: string): string[] {
  const [, packageName = "[^/]+"] = name.split("/");
  return [`^${name}/`, `^${SCOPE}/${packageName}(/|$)`];
}

const SCOPE = "@earmark";

/** The table as a diagram for Markdown: an arrow from what imports to what is imported. */
export function diagram(allowed: Readonly<Record<string, readonly string[]>>): string {
  const name = (folder: string): string => folder.replace("packages/", "");
  const arrows = Object.entries(allowed).flatMap(([from, to]) => to.map((each) => `  ${name(from)} --> ${name(each)}`));
  return ["```mermaid", "flowchart LR", ...arrows, "```"].join("\n");
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}
