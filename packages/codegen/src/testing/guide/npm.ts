// What stands for npm while a guide is followed, as a process of its own: nothing is published that it could install.
import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

/** The folder of packages that can be installed comes before the arguments of npm. */
const [AVAILABLE = "", command, ...args] = process.argv.slice(2);
if (command !== "install") throw new Error(`npm ${command}: only \`install\` is known here`);
const owner = args.find((_, index) => args[index - 1] === "--workspace") ?? ".";
for (const name of args.filter((arg) => !arg.startsWith("-") && arg !== owner)) addDependency(name);
const { workspaces = [] } = manifestIn(".");
for (const folder of [".", ...globSync([workspaces].flat())].filter((one) => existsSync(join(one, "package.json")))) {
  const { name, dependencies, devDependencies } = manifestIn(folder);
  if (folder !== "." && name !== undefined) link(name, folder);
  for (const needed of Object.keys({ ...dependencies, ...devDependencies }))
    if (existsSync(join(AVAILABLE, needed))) link(needed, join(AVAILABLE, needed));
}
// By which others know the package manager.
if (!existsSync("package-lock.json")) writeFileSync("package-lock.json", "{}\n");

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly workspaces?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

function addDependency(name: string): void {
  const own = globSync("{packages,apps}/*/package.json")
    .map(dirname)
    .find((folder) => manifestIn(folder).name === name);
  const version = manifestIn(own ?? join(AVAILABLE, name)).version;
  const manifest = manifestIn(owner);
  const field = args.includes("--save-dev") ? "devDependencies" : "dependencies";
  const changed = { ...manifest, [field]: { ...manifest[field], [name]: `^${version}` } };
  writeFileSync(join(owner, "package.json"), `${JSON.stringify(changed, null, 2)}\n`);
}

function link(name: string, folder: string): void {
  const path = resolve("node_modules", name);
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(relative(dirname(path), resolve(folder)), path);
}
