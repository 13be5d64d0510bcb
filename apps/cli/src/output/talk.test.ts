import { expect, test } from "vitest";
import { credentials, TOKEN } from "../testing/run-earmark.ts";
import { testContext } from "../testing/test-context.ts";
import { createTalk } from "./talk.ts";

async function talkAll(quiet: boolean, verbose: boolean): Promise<string> {
  const context = testContext();
  const talk = createTalk(context, { quiet, verbose });
  await talk.say("said");
  await talk.detail("detail");
  await talk.error("wrong");
  return context.written.stderr;
}

test.each([
  [false, false, "said\nearmark: wrong\n"],
  [true, false, "earmark: wrong\n"],
  [false, true, "said\ndetail\nearmark: wrong\n"],
])("quiet %s, verbose %s", async (quiet, verbose, expected) => {
  expect(await talkAll(quiet, verbose)).toBe(expected);
});

test("takes secrets and control characters out of whatever is said", async () => {
  const context = testContext();
  const basic = Buffer.from(`${credentials.TWILIO_ACCOUNT_SID}:${TOKEN}`).toString("base64");
  await createTalk(context, { quiet: false, verbose: false }).error(`a ${TOKEN} b Basic ${basic} c \u001b[31m`);
  expect(context.written.stderr).toBe("earmark: a [redacted] b Basic [redacted] c \\u001b[31m\n");
});
