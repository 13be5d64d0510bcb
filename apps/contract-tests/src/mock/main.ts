import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { mockCall } from "./mock-call.ts";

// `pnpm mock [FILE] [--port N] [--host H]`: Prism's mock of a document. pnpm says where it was called from.
const call = await mockCall(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
if ("problem" in call) {
  process.stderr.write(`mock: ${call.problem}\n`);
  process.exitCode = 2;
} else {
  const prism = fileURLToPath(import.meta.resolve("@stoplight/prism-cli/dist/index.js"));
  const child = spawn(process.execPath, [prism, "mock", call.file, ...call.options], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  child.on("close", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 143);
  });
}
