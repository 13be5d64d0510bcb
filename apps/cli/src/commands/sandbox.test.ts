import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { CALL, credentials, ended, runEarmark, startEarmark } from "../testing/run-earmark.ts";

const headers = {
  authorization: `Basic ${btoa(`${credentials.TWILIO_ACCOUNT_SID}:any`)}`,
  "content-type": "application/x-www-form-urlencoded",
};
const path = `/v1/Voice/${CALL}/Annotation`;

/** A file with this content, in a folder that is there for one test. */
function file(name: string, content?: string): string {
  const folder = mkdtempSync(join(tmpdir(), "earmark-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  if (content !== undefined) writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/** Starts a sandbox and waits until it says where it is. */
async function start(...options: readonly string[]): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = startEarmark(["sandbox", "--port", "0", ...options]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = await once(child.stdout ?? child, "data");
  return { child, url: /http:\S+/.exec(String(line))?.[0] ?? "" };
}

async function stop(child: ChildProcess): Promise<void> {
  const closed = once(child, "exit");
  child.kill("SIGTERM");
  expect(await closed).toEqual([0, null]);
}

test("what is written to a store is there the next time", async () => {
  const store = file("store.db");
  const first = await start("--store", store);
  expect((await fetch(first.url + path, { method: "POST", headers, body: "Comment=kept" })).status).toBe(200);
  await stop(first.child);
  const second = await start("--store", store);
  expect(await (await fetch(second.url + path, { headers })).json()).toMatchObject({ comment: "kept" });
  await stop(second.child);
});

test("a fixture sets the calls, a script of faults what fails", async () => {
  const fixture = file(
    "world.json",
    `\uFEFF${JSON.stringify({ calls: [{ call_sid: CALL, account_sid: credentials.TWILIO_ACCOUNT_SID }] })}`,
  );
  const faults = file("faults.json", JSON.stringify([{ method: "POST", requests: "2", status: 503 }]));
  const { url } = await start("--fixture", fixture, "--faults", faults, "--seed", "7");
  const post = async () => (await fetch(url + path, { method: "POST", headers })).status;
  expect([await post(), await post(), await post()]).toEqual([200, 503, 200]);
  expect((await fetch(url + path.replace("CA0", "CA1"), { headers })).status).toBe(404);
});

test("an origin is that of the URLs in responses, and its host is served", async () => {
  const { url } = await start("--origin", "https://sandbox.example:8443/", "--allow-fault-header");
  const { port } = new URL(url);
  const ask = async (host: string, more: Readonly<Record<string, string>> = {}) => {
    const [response] = await once(request({ port, path, headers: { ...headers, host, ...more } }).end(), "response");
    return [response.statusCode, await json(response)];
  };
  const annotation = { url: `https://sandbox.example:8443${path}` };
  expect(await ask("sandbox.example")).toMatchObject([200, annotation]);
  expect(await ask("localhost", { forwarded: "proto=http;host=other.example" })).toMatchObject([200, annotation]);
  expect(await ask("localhost", { "sandbox-fault": "status=503" })).toMatchObject([503, { code: 20503 }]);
  expect(await ask("other.example")).toMatchObject([421, { code: 20421 }]);
});

test("a filter that no document describes is reported as ignored", async () => {
  const { child, url } = await start();
  const outcome = ended(child);
  const response = await fetch(`${url}/v1/Voice/Summaries?Subaccount=personal&%1b=1`, { headers });
  expect([response.status, response.headers.get("sandbox-ignored-parameters")]).toEqual([200, "Subaccount, %1B"]);
  child.kill("SIGTERM");
  const { stderr } = await outcome;
  expect(stderr).toBe("GET /v1/Voice/Summaries: ignored Subaccount, %1B\n");
});

test("SIGTERM lets pending requests finish", async () => {
  const { child, url } = await start("--faults", file("faults.json", '[{ "method": "GET", "latency": 1000 }]'));
  const outcome = ended(child);
  const response = fetch(url + path, { headers });
  const isUnderWay = async () => {
    const response = await fetch(url + path, { method: "POST", headers });
    return response.headers.get("twilio-concurrent-requests") === "2";
  };
  while (!(await isUnderWay()));
  child.kill("SIGTERM");
  expect((await response).status).toBe(200);
  expect(await outcome).toMatchObject({ code: 0, stderr: "" });
});

test.each<[string, () => string, string]>([
  ["--fixture", () => "/none/world.json", "--fixture /none/world.json cannot be read: there is no such file"],
  ["--faults", () => tmpdir(), `--faults ${tmpdir()} cannot be read: it is a folder`],
  [
    "--fixture",
    () => file("world.json", '{"calls": [\n  {"call_sid": "CAx"}]}'),
    "world.json:2:3: calls[0] must have account_sid",
  ],
  [
    "--faults",
    () => file("faults.json", "[{"),
    "faults.json:1:3: the file is not JSON: expected a name in double quotes, found the end",
  ],
  [
    "--store",
    () => file("store.db", "no database, but a string of some length ".repeat(100)),
    "store.db is not a database; name another file",
  ],
  ["--store", () => "/none/store.db", "The store /none/store.db cannot be opened"],
  ["--origin", () => "https://user:secret@a", "--origin must be an http(s) URL without user, path and query, such as"],
  ["--origin", () => "sandbox.example", "--origin must be an http(s) URL without user, path and query, such as"],
  ["--seed", () => "x", '--seed must be a number from 0 to 999999999, received "x"'],
])("%s with an invalid value is exit code 2, with the reason", async (option, make, message) => {
  const { code, stdout, stderr } = await runEarmark(["sandbox", "--port", "0", option, make()]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr.split("\n")[0]).toMatch(/^earmark: /);
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("secret");
});
