import { schemas } from "@earmark/annotation-client/schemas";
import type { Fetch } from "@earmark/http";
import { createSandbox } from "@earmark/sandbox";
import { expect, test } from "vitest";
import type { Context } from "./context/context.ts";
import { Interruption } from "./errors/interruption.ts";
import { main } from "./main.ts";
import { CALL, TOKEN } from "./testing/run-earmark.ts";
import { testContext } from "./testing/test-context.ts";

/** Runs a command line that is to send nothing. */
async function refused(...args: string[]) {
  const context = testContext();
  const code = await main(args, context);
  return { code, ...context.written };
}

test("reports the call SID and the score together", async () => {
  const { code, stdout, stderr } = await refused("update", "CAx", "--call-score", "9");
  expect(code).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toBe(
    'earmark: CALL_SID must be CA and 32 hexadecimal digits, received "CAx"\n' +
      "earmark: --call-score must be one of 1, 2, 3, 4, 5, none, received 9\n",
  );
});

test.each<[string[], string]>([
  [["gett", CALL], 'unknown command "gett"; did you mean get?'],
  [["--colour", "get", CALL], "unknown option --colour before the command"],
  [["--", "get", CALL], "unknown option -- before the command"],
  [["--quiet", "--", "--version"], "unknown option -- before the command"],
  [["--"], "unknown option -- before the command"],
  [["get", CALL, "--outptu", "json"], "unknown option --outptu; did you mean --output?"],
  [["update", CALL, "--answeredBy", "human"], "unknown option --answeredBy; did you mean --answered-by?"],
  [["update", CALL, "--no-spma"], "did you mean --no-spam?"],
  [["update", CALL, "--zzzzzzzzzzzz"], "unknown option --zzzzzzzzzzzz; a value that begins with a dash"],
  [["update", CALL, "--comment", "-abc"], "a value that begins with a dash is written --option=VALUE"],
  [["update", CALL, "--comment"], "--comment needs a value"],
  [["update", CALL, "--comment", "--spam"], "--comment needs a value, received --spam"],
  [["update", CALL, "--comment", "a", "--comment", "b"], '--comment takes one value, received "a" and "b"'],
  [["update", CALL, "--spam=perhaps"], '--spam is a switch and takes no value, received "perhaps"'],
  [["update", CALL, "--spam", "--no-spam"], "--spam and --no-spam exclude each other"],
  [["update", CALL], "nothing to update; give at least one of --answered-by, "],
  [["update", "--spam"], "CALL_SID is required"],
  [["get"], "CALL_SID is required"],
  [["get", CALL, "--constructor"], "unknown option --constructor"],
  [["constructor"], 'unknown command "constructor"'],
  [["get", CALL, "again"], 'unexpected argument "again"'],
  [["get", CALL, "--output", "xml"], '--output must be one of table, json, ndjson, csv, received "xml"'],
  [["get", CALL, "--quiet", "--verbose"], "--quiet and --verbose exclude each other"],
  [["get", CALL, "--base-url", "http://example.com"], "--base-url must be an https: URL, or http: to this machine"],
  [["sandbox", "--port", "99999"], '--port must be a number from 0 to 65535, received "99999"'],
  [["sandbox", "--host", ""], "--host must be an address of this machine"],
])("%j is refused", async (args, message) => {
  const { code, stdout, stderr } = await refused(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(`earmark: `);
  expect(stderr).toContain(message);
});

test("without a command, help goes to stderr, because nothing was done", async () => {
  const { code, stdout, stderr } = await refused();
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("Commands:");
});

test.each([["--help"], ["-h"], ["get", "--help"], ["sandbox", "-h"]])("%s %s prints help", async (...args) => {
  const { code, stdout, stderr } = await refused(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^earmark /);
});

test("update --help follows the document", async () => {
  const { stdout } = await refused("update", "--help");
  await expect(stdout).toMatchFileSnapshot("testing/update-help.txt");
});

test("what was updated can be read back, in each format", async () => {
  const { fetch } = createSandbox();
  const context = testContext(fetch);
  const options = ["--quality-issues", "echo,owa,echo", "--no-spam", "--call-score", "4", "--comment=", "--quiet"];
  expect(await main(["update", CALL, "--answered-by", "unknown_answered_by", ...options], context)).toBe(0);
  expect(context.written).toMatchObject({
    stderr: "",
    stdout: expect.stringContaining("quality_issues      echo, owa"),
  });

  for (const output of ["json", "ndjson", "csv"]) {
    const reader = testContext(fetch);
    expect(await main(["--output", output, "get", CALL], reader)).toBe(0);
    expect(reader.written.stderr).toBe("");
    if (output === "csv") {
      // The columns are those of the document, by name.
      const [header = ""] = reader.written.stdout.split("\r\n");
      expect(header.split(",")).toEqual(Object.keys(schemas.Annotation.properties ?? {}).sort());
      expect(reader.written.stdout).toContain("unknown_answered_by,4,CA0123456789abcdef0123456789abcdef,");
      expect(reader.written.stdout).toContain('"echo,owa",');
    } else {
      expect(JSON.parse(reader.written.stdout)).toMatchObject({
        answered_by: "unknown_answered_by",
        quality_issues: ["echo", "owa"],
        spam: false,
        call_score: 4,
        comment: "",
        incident: null,
      });
    }
  }

  expect(await main(["update", CALL, "--call-score", "none"], context)).toBe(0);
  expect(context.written.stderr).toBe(`Updated ${CALL}.\n`);
  expect(context.written.stdout).toMatch(/call_score +-\n/);
});

test("repeated lists add up", async () => {
  const context = testContext(createSandbox().fetch);
  await main(
    ["update", CALL, "--quality-issues", "echo", "--quality-issues", "owa,echo", "--output", "ndjson"],
    context,
  );
  expect(JSON.parse(context.written.stdout).quality_issues).toEqual(["echo", "owa"]);
});

test("a csv on a terminal cannot drive it, a csv in a file is exact", async () => {
  const fetch = async () => Response.json({ comment: "\u001b[2J" });
  const file = testContext(fetch);
  await main(["get", CALL, "--output", "csv"], file);
  expect(file.written.stdout).toContain("\u001b[2J");
  const terminal = testContext(fetch);
  const stdout = { ...terminal.stdout, isTTY: true };
  await main(["get", CALL, "--output", "csv"], { ...terminal, stdout });
  expect(terminal.written.stdout).toContain("\\u001b[2J");
});

test("a response that breaks the document is shown, with a warning", async () => {
  const context = testContext(async () => Response.json({ call_score: "five" }));
  expect(await main(["get", CALL], context)).toBe(0);
  expect(context.written).toEqual({
    stdout: "call_score  five\n",
    stderr: expect.stringMatching(/^warning: .*: call_score \(type\)\./),
  });
});

const OUTPUTS = [["--output", "json"], ["--output=ndjson"]];

/** The error that a program reads, which has to be all that there is on stderr. */
async function jsonError(args: readonly string[], context = testContext()) {
  const code = await main(args, context);
  expect(context.written.stderr).toMatch(/^\{.*\}\n$/);
  const { error, ...rest } = JSON.parse(context.written.stderr);
  expect(rest).toEqual({});
  expect(Object.keys(error)).toEqual(["name", "message", "code", "status", "requestId", "exitCode"]);
  expect(error.exitCode).toBe(code);
  return error;
}

test.each<[string[], string]>([
  [["get", "CAx"], 'CALL_SID must be CA and 32 hexadecimal digits, received "CAx"'],
  [["update", "CAx", "--call-score", "9"], 'received "CAx"\n--call-score must be one of'],
  [["gett", CALL], 'unknown command "gett"; did you mean get?\nSee earmark --help.'],
  [["get", CALL, "--outptu", "csv"], "unknown option --outptu; did you mean --output?\nSee the command's --help."],
  [["get", CALL, "--a\nb"], 'unexpected argument "--a\\nb"\nSee the command\'s --help.'],
  [["get", CALL, "again"], 'unexpected argument "again"'],
  [["update", CALL, "--comment"], "--comment needs a value, received --output"],
  [["get", CALL, "--output", "csv"], "--output takes one value"],
  [["get", CALL, "--quiet", "--verbose"], "--quiet and --verbose exclude each other"],
  [["get", CALL, "--base-url", "http://example.com"], "--base-url must be an https: URL"],
  [["sandbox", "--port", "99999"], "--port must be a number"],
  [[], "no command is given; see earmark --help"],
])("a usage error is JSON for programs: %j", async (args, message) => {
  const wrong = { name: "UsageError", message: expect.stringContaining(message), exitCode: 2 };
  for (const output of OUTPUTS) {
    expect(await jsonError([...args, ...output])).toEqual({ ...wrong, code: null, status: null, requestId: null });
  }
});

test("a usage error is JSON wherever --output is", async () => {
  expect(await jsonError(["--output", "json", "gett"])).toMatchObject({ name: "UsageError", code: null });
  expect(await jsonError(["get", "--output=json", "CAx"])).toMatchObject({ name: "UsageError", code: null });
});

test.each([
  [["get", "CAx", "--output", "xml"]],
  [["get", "CAx", "--output", "csv"]],
  [["get", "CAx", "--", "--output", "json"]],
  [["get", "CAx", "--output"]],
])("a usage error is prose for people: %j", async (args) => {
  expect((await refused(...args)).stderr).toMatch(/^earmark: /);
});

test.each(OUTPUTS)("any other failure is JSON for programs: %s %s", async (...output) => {
  const get = (fetch?: Fetch, more: Partial<Context> = {}) =>
    jsonError(["get", CALL, ...output], testContext(fetch, more));
  const nothing = { code: null, status: null, requestId: null };
  expect(await get(undefined, { env: {} })).toEqual({
    ...nothing,
    name: "CredentialsError",
    message: expect.stringContaining("no credentials: set TWILIO_ACCOUNT_SID"),
    exitCode: 3,
  });
  const gone = { code: 20_404, message: `Gone\r\n${TOKEN}\u001b`, more_info: "https://docs.test", status: 404 };
  const headers = { "twilio-request-id": "RQ1" };
  expect(await get(async () => Response.json(gone, { status: 404, headers }))).toEqual({
    name: "NotFoundError",
    message: expect.stringContaining(`: Gone\r\n[redacted]\u001b\nGET https:`),
    code: 20_404,
    status: 404,
    requestId: "RQ1",
    exitCode: 4,
  });
  expect(await get(async () => new Response("<html>", { status: 403 }))).toMatchObject({
    ...nothing,
    name: "PermissionError",
    status: 403,
    exitCode: 3,
  });
  const failed = Object.assign(new TypeError("fetch failed"), { cause: new Error("reset") });
  expect(await get(() => Promise.reject(failed))).toMatchObject({
    ...nothing,
    name: "NetworkError",
    code: "network",
    exitCode: 5,
  });
  expect(await get(async () => new Response("<html>"))).toMatchObject({
    name: "ResponseValidationError",
    code: "response",
    status: 200,
    exitCode: 1,
  });
  const controller = new AbortController();
  const stop = async () => {
    controller.abort(new Interruption("SIGTERM"));
    return new Promise<never>(() => {});
  };
  expect(await get(stop, { signal: controller.signal })).toEqual({
    ...nothing,
    name: "Interruption",
    message: "Stopped by SIGTERM.",
    exitCode: 143,
  });
  const full = Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  const stdout = { isTTY: false, write: () => Promise.reject(full) };
  expect(await get(async () => Response.json({}), { stdout })).toEqual({
    ...nothing,
    name: "Error",
    message: "unexpected failure: ENOSPC: no space left on device",
    code: "ENOSPC",
    exitCode: 1,
  });
});

test.each(OUTPUTS)("programs get no other messages without --verbose: %s %s", async (...output) => {
  const fetch = async () => Response.json({ call_score: "five" });
  for (const command of [
    ["get", CALL],
    ["update", CALL, "--spam"],
  ]) {
    const context = testContext(fetch);
    expect(await main([...command, ...output], context)).toBe(0);
    expect(context.written.stderr).toBe("");
    const verbose = testContext(fetch);
    await main([...command, ...output, "--verbose"], verbose);
    expect(verbose.written.stderr).toMatch(/^warning: /m);
  }
  const verbose = testContext(async () => Response.json({ code: 20404, message: "No.", status: 404 }, { status: 404 }));
  await main(["get", CALL, ...output, "--verbose"], verbose);
  expect(verbose.written.stderr).toMatch(/^GET .*: 404.*\n\{"error":\{"name":"NotFoundError".*\}\n$/);
});

test("missing credentials are exit code 3, after the input is checked", async () => {
  const context = testContext(undefined, { env: {} });
  expect(await main(["get", CALL], context)).toBe(3);
  expect(context.written.stderr).toMatch(/TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN, or TWILIO_API_KEY with/);
  expect(await main(["get", "CAx"], context)).toBe(2);
});

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends a request with %i and without a word", async (signal, code) => {
  const controller = new AbortController();
  const context = testContext(
    () => {
      controller.abort(new Interruption(signal));
      return new Promise(() => {});
    },
    { signal: controller.signal },
  );
  expect(await main(["get", CALL], context)).toBe(code);
  expect(context.written).toEqual({ stdout: "", stderr: "" });
});

test("stdout that cannot be written to is an unexpected failure", async () => {
  const context = testContext(createSandbox().fetch, {
    stdout: { isTTY: false, write: () => Promise.reject(new Error("ENOSPC: no space left on device")) },
  });
  expect(await main(["get", CALL], context)).toBe(1);
  expect(context.written.stderr).toBe("earmark: unexpected failure: ENOSPC: no space left on device\n");
});
