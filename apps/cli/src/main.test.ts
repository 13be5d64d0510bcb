import { schemas } from "@earmark/annotation-client/schemas";
import { createSandbox } from "@earmark/sandbox";
import { expect, test } from "vitest";
import { Interruption } from "./errors/interruption.ts";
import { main } from "./main.ts";
import { CALL } from "./testing/run-earmark.ts";
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

test("an answer that breaks the document is shown, and said", async () => {
  const context = testContext(async () => Response.json({ call_score: "five" }));
  expect(await main(["get", CALL], context)).toBe(0);
  expect(context.written).toEqual({
    stdout: "call_score  five\n",
    stderr: expect.stringMatching(/^warning: .*: call_score \(type\)\./),
  });
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
