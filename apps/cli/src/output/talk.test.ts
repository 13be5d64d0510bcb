import { expect, test } from "vitest";
import { exitCodes } from "../errors/exit-code.ts";
import { credentials, TOKEN } from "../testing/run-earmark.ts";
import { testContext } from "../testing/test-context.ts";
import { createTalk } from "./talk.ts";

const failure = (...problems: string[][]) => ({ name: "SomeError", problems, exitCode: exitCodes.unexpected });

async function talkAll(quiet: boolean, verbose: boolean, isForPrograms: boolean): Promise<string> {
  const context = testContext();
  const talk = createTalk(context, { quiet, verbose, isForPrograms });
  await talk.say("said");
  await talk.detail("detail");
  await talk.error(failure(["wrong", "here"], ["and wrong"]));
  return context.written.stderr;
}

const WRONG = "earmark: wrong\nhere\nearmark: and wrong\n";
const WRONG_JSON =
  '{"error":{"name":"SomeError","message":"wrong\\nhere\\nand wrong","code":null,"status":null,"requestId":null,"exitCode":1}}\n';

test.each([
  [false, false, false, `said\n${WRONG}`],
  [true, false, false, WRONG],
  [false, true, false, `said\ndetail\n${WRONG}`],
  [false, false, true, WRONG_JSON],
  [true, false, true, WRONG_JSON],
  [false, true, true, `said\ndetail\n${WRONG_JSON}`],
])("quiet %s, verbose %s, for programs %s", async (quiet, verbose, isForPrograms, expected) => {
  expect(await talkAll(quiet, verbose, isForPrograms)).toBe(expected);
});

const basic = Buffer.from(`${credentials.TWILIO_ACCOUNT_SID}:${TOKEN}`).toString("base64");
const hostile = `a ${TOKEN} b Basic ${basic} c \u001b[31m\u001b]0;d\u0007\u009b\u202e\r\nearmark: saved\r`;
const levels = { quiet: false, verbose: true };

test("removes secrets and foreign lines from all messages", async () => {
  const context = testContext();
  const talk = createTalk(context, { ...levels, isForPrograms: false });
  await talk.say(hostile);
  await talk.detail(hostile);
  await talk.error(failure([hostile, hostile]));
  const shown =
    "a [redacted] b Basic [redacted] c \\u001b[31m\\u001b]0;d\\u0007\\u009b\\u202e\\r\\nearmark: saved\\r\n";
  expect(context.written.stderr).toBe(`${shown}${shown}earmark: ${shown}${shown}`);
});

test.each([
  ["in capitals", TOKEN.toUpperCase()],
  ["percent-encoded", encodeURIComponent(TOKEN)],
  ["in base64", Buffer.from(TOKEN).toString("base64url")],
  ["as HTML", TOKEN.replace('"', "&quot;")],
])("removes a secret however it is repeated: %s", async (_, repeated) => {
  const context = testContext();
  await createTalk(context, { ...levels, isForPrograms: false }).detail(`GET /: 404, request ${repeated}, 5 ms`);
  expect(context.written.stderr).toBe("GET /: 404, request [redacted], 5 ms\n");
});

test("removes secrets from the line for programs, which is otherwise exact", async () => {
  const context = testContext();
  const facts = { status: 500, code: TOKEN, requestId: `RQ ${basic}` };
  await createTalk(context, { ...levels, isForPrograms: true }).error({ ...failure([hostile]), ...facts });
  expect(context.written.stderr).toMatch(/^[\x20-\x7e]+\n$/);
  const { error } = JSON.parse(context.written.stderr);
  expect(error).toEqual({
    name: "SomeError",
    message: hostile.replace(TOKEN, "[redacted]").replace(basic, "[redacted]"),
    code: "[redacted]",
    status: 500,
    requestId: "RQ [redacted]",
    exitCode: 1,
  });
});
