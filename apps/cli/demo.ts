import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

// Annotates one call with the built command, without a network and without an account.
const EARMARK = `${import.meta.dirname}/dist/earmark.js`;
const CALL = "CA0123456789abcdef0123456789abcdef";

const { stdout } = process;
// The failed write itself reports the error.
stdout.on("error", () => {});

function say(line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

/** Without the user's own settings, and without real credentials. */
function environment(baseUrl = ""): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(TWILIO|EARMARK)_/.test(name));
  return {
    ...Object.fromEntries(own),
    TWILIO_ACCOUNT_SID: "ACdeadbeefdeadbeefdeadbeefdeadbeef",
    TWILIO_AUTH_TOKEN: "any-secret-will-do",
    EARMARK_BASE_URL: baseUrl,
  };
}

/** Starts the sandbox and waits for the line that says where it is. */
async function startSandbox(sandbox: ChildProcess): Promise<string> {
  if (sandbox.stdout === null) throw new Error("The sandbox has no output to read.");
  for await (const line of createInterface(sandbox.stdout)) {
    const url = /^Sandbox listening on (\S+)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error("The sandbox stopped before it was ready. Has earmark been built?");
}

/** Shows a command line, runs it, and shows what it prints. */
async function earmark(baseUrl: string, ...args: string[]): Promise<void> {
  await say(`$ earmark ${args.map((arg) => (/[^\w,-]/.test(arg) ? `'${arg}'` : arg)).join(" ")}`);
  const child = spawn(process.execPath, [EARMARK, ...args], { env: environment(baseUrl), stdio: "inherit" });
  const [code, signal] = await once(child, "close");
  if (code !== 0) throw new Error(`earmark ${args[0]} ended with ${code ?? signal}.`);
  await say("");
}

async function stop(sandbox: ChildProcess): Promise<void> {
  if (sandbox.exitCode !== null || sandbox.signalCode !== null) return;
  const closed = once(sandbox, "close");
  sandbox.kill("SIGTERM");
  const timer = setTimeout(() => sandbox.kill("SIGKILL"), 3000);
  await closed;
  clearTimeout(timer);
}

const sandbox = spawn(process.execPath, [EARMARK, "sandbox", "--port", "0"], {
  env: environment(),
  stdio: ["ignore", "pipe", "inherit"],
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => sandbox.kill("SIGTERM"));

try {
  await say("A sandbox stands in for the API. It runs on this machine, and any credentials will do.\n");
  const url = await startSandbox(sandbox);
  await say(`$ earmark sandbox --port 0\nSandbox listening on ${url}\n`);
  await say("This call has no annotation yet:\n");
  await earmark(url, "get", CALL);
  await say("Annotate it after listening to it:\n");
  await earmark(
    url,
    "update",
    CALL,
    ...["--answered-by", "human", "--quality-issues", "low_volume,echo"],
    ...["--call-score", "3", "--no-spam", "--comment", "Could not hear the end"],
  );
  await say("Read the annotation, here as JSON for a program:\n");
  await earmark(url, "get", CALL, "--output", "json");
  await say("Find all calls that had an echo:\n");
  await earmark(url, "list", "--quality-issue", "echo");
  await say("That is all. Next: earmark --help");
} catch (error) {
  // The reader has closed the output.
  if (Object(error).code !== "EPIPE") {
    process.stderr.write(`demo: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
} finally {
  await stop(sandbox);
}
