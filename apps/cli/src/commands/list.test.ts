import { type CallRecord, createSandbox } from "@earmark/sandbox";
import { describe, expect, test } from "vitest";
import { main } from "../main.ts";
import { testContext } from "../testing/test-context.ts";

const account = "ACdeadbeefdeadbeefdeadbeefdeadbeef";
const NOW = Date.parse("2026-03-04T12:00:00Z");

const calls = Array.from({ length: 5 }, (_, index): CallRecord => {
  const start = new Date(NOW - index * 60_000).toISOString();
  const caller = { caller: `+1555000000${index}`, carrier: null, country_code: "US" };
  return { account_sid: account, call_sid: `CA${String(index).repeat(32)}`, start_time: start, from: caller };
});

/** Runs `earmark list` against a sandbox with five calls, of which the first two were annotated. */
async function list(...args: string[]) {
  const { fetch } = createSandbox({ fixture: { calls }, now: () => NOW });
  const sent: string[] = [];
  const context = testContext(
    (input, init) => {
      const request = new Request(input, init);
      sent.push(decodeURIComponent(new URL(request.url).search));
      return fetch(request);
    },
    { env: { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: "any-secret" } },
  );
  for (const [index, comment] of ["=1+1", "two\nlines"].entries()) {
    const options = ["--spam", "--quality-issues", "echo,owa", "--comment", comment, "--quiet"];
    await main(["update", `CA${String(index).repeat(32)}`, ...options], context);
  }
  context.written.stdout = "";
  sent.length = 0;
  const code = await main(["list", ...args], context);
  return { code, sent, ...context.written };
}

const sids = (output: string): unknown[] => JSON.parse(output).map((one: { call_sid: string }) => one.call_sid[2]);

describe("earmark list", () => {
  test("prints the calls that meet every condition, beside each other", async () => {
    const { code, stdout, stderr, sent } = await list(
      "--spam",
      "--quality-issue",
      "latency,owa",
      "--from-country-code=US",
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: "2 calls.\n" });
    expect(sent).toEqual(["?QualityIssueAnnotation=latency,owa&SpamAnnotation=true&FromCountryCode=US"]);
    const [heading, ...rows] = stdout.trimEnd().split("\n");
    expect(heading?.split(/ {2,}/).slice(0, 4)).toEqual(["call_sid", "start_time", "caller", "callee"]);
    expect(rows.map((row) => row.split(/ {2,}/))).toMatchObject([
      [`CA${"0".repeat(32)}`, "2026-03-04T12:00:00.000Z", "+15550000000", "-", "-", "echo, owa", "true", "-", "=1+1"],
      [
        `CA${"1".repeat(32)}`,
        "2026-03-04T11:59:00.000Z",
        "+15550000001",
        "-",
        "-",
        "echo, owa",
        "true",
        "-",
        "two\\nlines",
      ],
    ]);
  });

  test("reads page after page", async () => {
    const { stdout, sent, stderr } = await list("--page-size", "2", "--output", "json");
    expect(sids(stdout)).toEqual(["0", "1", "2", "3", "4"]);
    expect(sent).toEqual([
      "?PageSize=2",
      `?PageSize=2&Page=1&PageToken=PTCA${"1".repeat(32)}`,
      `?PageSize=2&Page=2&PageToken=PTCA${"3".repeat(32)}`,
    ]);
    expect(stderr).toBe("");
  });

  test("requests no page beyond its limit", async () => {
    const { stdout, sent, stderr } = await list("--limit", "2", "--page-size", "2", "--output", "json");
    expect(sids(stdout)).toEqual(["0", "1"]);
    expect(sent).toHaveLength(1);
    expect(stderr).toBe("");
  });

  test("writes a record a line, whole", async () => {
    const { stdout } = await list("--limit", "1", "--output", "ndjson");
    expect(stdout.endsWith("}\n")).toBe(true);
    expect(JSON.parse(stdout)).toMatchObject({
      annotation: { comment: "=1+1", spam: true },
      from: { country_code: "US" },
    });
  });

  test("writes nested fields as columns of their own, in csv", async () => {
    const { stdout } = await list("--output", "csv", "--limit", "1");
    const [heading = "", row = "", end] = stdout.split("\r\n");
    const columns = heading.split(",");
    expect(columns).toContain("annotation.quality_issues");
    expect(end).toBe("");
    // The one field with commas in it.
    const fields = row.replace('"echo,owa"', "echo+owa").split(",");
    expect(fields).toHaveLength(columns.length);
    expect(fields[columns.indexOf("annotation.comment")]).toBe("'=1+1");
    expect(fields[columns.indexOf("from.caller")]).toBe("+15550000000");
  });

  test.each([
    ["table", ""],
    ["json", "[]\n"],
    ["ndjson", ""],
  ])("of nothing is whole too: %s", async (output, stdout) => {
    expect(await list("--call-score", "5", "--output", output)).toMatchObject({
      code: 0,
      stdout,
      stderr: output === "table" ? "0 calls.\n" : "",
    });
  });

  test("of nothing has a header in csv, and one call is one call", async () => {
    expect((await list("--call-score", "5", "--output", "csv")).stdout).toMatch(/^account_sid,.*,url\r\n$/);
    expect((await list("--limit", "1")).stderr).toBe("1 call.\n");
  });

  test.each<[string[], string[]]>([
    [
      ["--call-score", "1,9", "--page-size", "0"],
      ["--call-score must be at most 5, received 9", "--page-size must be at least 1"],
    ],
    [["--quality-issue", "noise"], ["--quality-issue must be one of no_quality_issue, low_volume"]],
    [["--start-time", "yesterday"], ["--start-time must be a string that matches"]],
    [["--limit", "0"], ['--limit must be a whole number from 1 on, received "0"']],
    [["--spam", "--no-spam"], ["--spam and --no-spam exclude each other"]],
    [["--page", "2"], ["unknown option --page"]],
    [["--spam-annotation"], ["unknown option --spam-annotation"]],
    [["CA1"], ['unexpected argument "CA1"']],
  ])("refuses %j before anything is sent", async (args, messages) => {
    const { code, stdout, stderr, sent } = await list(...args);
    expect({ code, stdout, sent }).toEqual({ code: 2, stdout: "", sent: [] });
    for (const message of messages) expect(stderr).toContain(`earmark: ${message}`);
  });

  test("reports the failure of a later page, after the calls before it", async () => {
    const page = {
      call_summaries: [{ call_sid: "CA1" }],
      meta: { next_page_url: "https://elsewhere.example/?Page=1" },
    };
    let count = 0;
    const context = testContext(async () =>
      ++count === 1
        ? Response.json(page)
        : Response.json({ code: 20404, message: "Gone", status: 404 }, { status: 404 }),
    );
    expect(await main(["list", "--output", "ndjson"], context)).toBe(4);
    expect(context.written.stdout).toBe('{"call_sid":"CA1"}\n');
    expect(context.written.stderr).toContain("Gone");
    expect(context.written.stderr).not.toContain("calls.");
  });

  test("has help that follows the document", async () => {
    const context = testContext();
    await main(["list", "--help"], context);
    await expect(context.written.stdout).toMatchFileSnapshot("../testing/list-help.txt");
  });
});
