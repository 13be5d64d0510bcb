import { expect, it } from "vitest";
import { createSummariesClient } from "./generated/client.gen.js";

const page = (call: string, next: string | null) =>
  Response.json({ call_summaries: [{ call_sid: `CA${call.repeat(32)}` }], meta: { next_page_url: next } });

it("writes conditions as the provider reads them, and follows the provider's pages at its own address", async () => {
  const sent: string[] = [];
  const responses = [page("a", "https://elsewhere.example/v9/Other?Page=1&PageToken=t"), page("b", null)];
  const summaries = createSummariesClient({
    accountSid: `AC${"a".repeat(32)}`,
    authToken: "any",
    fetch: async (input) => {
      sent.push(new Request(input).url);
      return responses.shift() ?? Response.error();
    },
  });
  const found = [];
  const query = { CallScoreAnnotation: [1, 2], SpamAnnotation: true, From: "+1555 & co" };
  for await (const { call_sid: callSid } of summaries.listCallSummaries(query)) found.push(callSid);
  expect(found).toEqual([`CA${"a".repeat(32)}`, `CA${"b".repeat(32)}`]);
  expect(sent).toEqual([
    "https://insights.twilio.com/v1/Voice/Summaries?SpamAnnotation=true&CallScoreAnnotation=1,2&From=%2B1555%20%26%20co",
    "https://insights.twilio.com/v1/Voice/Summaries?Page=1&PageToken=t",
  ]);
});
