import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// Builds packages, then becomes a command: `run-built.ts PACKAGE[,PACKAGE…] FILE ARGUMENTS…`.
// The build is not heard of unless it fails, so that stdout, stderr and exit code are those of the command.
const [node = "", , packages = "", file = "", ...args] = process.argv;

const turbo = createRequire(import.meta.url).resolve("turbo/bin/turbo");
const filters = packages.split(",").map((name) => `--filter=${name}`);
const build = ["run", "build", ...filters, "--output-logs=errors-only", "--log-prefix=none"];
const { status, stdout, stderr } = spawnSync(node, [turbo, ...build], {
  cwd: import.meta.dirname,
  stdio: ["ignore", "pipe", "pipe"],
  maxBuffer: Number.POSITIVE_INFINITY,
});
if (status === 0) {
  const command = join(import.meta.dirname, file);
  process.argv = [node, command, ...args];
  // Imported, not started: signals, streams and the terminal are the command's own.
  await import(pathToFileURL(command).href);
} else {
  process.stderr.write(Buffer.concat([stdout, stderr]));
  process.exitCode = status ?? 1;
}
