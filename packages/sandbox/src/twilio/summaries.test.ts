import { createSummariesClient, type ListCallSummariesParameters } from "@earmark/summaries-client";
import { describe, expect, it } from "vitest";
import { type CallRecord, createSandbox, type Sandbox } from "../index.ts";
import { accountSid, ask, basic, origin, refusal, update } from "../testing/fixtures.ts";

const NOW = Date.parse("2026-03-04T12:00:00Z");
const sid = (number: number): string => `CA${String(number).padStart(32, "0")}`;

/** A call of the account that started so many minutes ago. */
function call(number: number, minutesAgo: number, more: Partial<CallRecord> = {}): CallRecord {
  const start = new Date(NOW - minutesAgo * 60_000).toISOString();
  return { account_sid: accountSid, call_sid: sid(number), start_time: start, ...more };
}

function sandboxOf(...calls: readonly CallRecord[]): Sandbox {
  return createSandbox({ fixture: { calls }, now: () => NOW });
}

function clientOf({ fetch }: Sandbox, account = accountSid) {
  return createSummariesClient({ accountSid: account, authToken: "any", baseUrl: origin, fetch });
}

/** Numbers of the calls that a query finds, on all pages. */
async function found(sandbox: Sandbox, query: ListCallSummariesParameters = {}): Promise<number[]> {
  const numbers: number[] = [];
  for await (const summary of clientOf(sandbox).listCallSummaries(query)) {
    numbers.push(Number(summary.call_sid?.slice(2)));
  }
  return numbers;
}

function annotate(sandbox: Sandbox, number: number, body: string): Promise<Response> {
  return ask(sandbox, { path: `/v1/Voice/${sid(number)}/Annotation`, body });
}

describe("the list of calls", () => {
  it("has the calls that are known beforehand, the latest first", async () => {
    expect(await found(sandboxOf(call(1, 30), call(2, 10), call(3, 20)))).toEqual([2, 3, 1]);
    const byEnd = [1, 2].map((number) => call(number, number, { end_time: `2026-03-04T1${number}:00:00Z` }));
    expect(await found(sandboxOf(...byEnd), { SortBy: "end_time" })).toEqual([2, 1]);
  });

  it("has every call that was annotated, and says what was noted", async () => {
    const sandbox = createSandbox();
    await annotate(sandbox, 1, "Comment=hello");
    await annotate(sandbox, 7, "Spam=true&QualityIssues=echo%2Cowa&CallScore=2");
    const { call_summaries: calls } = await clientOf(sandbox).listCallSummaries();
    expect(calls).toMatchObject([
      { call_sid: sid(1), annotation: { comment: "hello", spam: null } },
      { call_sid: sid(7), annotation: { spam: true, quality_issues: ["echo", "owa"], call_score: 2 } },
    ]);
    expect(calls?.[1]).toMatchObject({ from: null, start_time: null, url: `${origin}/v1/Voice/${sid(7)}/Summary` });
  });

  it("is empty for an account without calls, whatever others have", async () => {
    const sandbox = sandboxOf(call(1, 5));
    await annotate(sandbox, 2, "Spam=true");
    const other = await clientOf(sandbox, `AC${"9".repeat(32)}`).listCallSummaries();
    expect(other).toEqual({
      call_summaries: [],
      meta: {
        page: 0,
        page_size: 50,
        first_page_url: `${origin}/v1/Voice/Summaries?PageSize=50&Page=0`,
        previous_page_url: null,
        next_page_url: null,
        key: "call_summaries",
        url: `${origin}/v1/Voice/Summaries?PageSize=50&Page=0`,
      },
    });
  });
});

describe("the summary of a call", () => {
  const fetchSummary = async (sandbox: Sandbox, number: number, authorization: string | null = basic()) => {
    const response = await ask(sandbox, { path: `/v1/Voice/${sid(number)}/Summary`, authorization });
    return response.json();
  };

  it.each<[string, Sandbox]>([
    ["that is known beforehand", sandboxOf(call(1, 30), call(2, 10, { duration: 5, tags: ["silence"] }))],
    ["that was annotated", createSandbox({ origin: "https://sandbox.example" })],
  ])("is what the list says, at the URL that it says: %s", async (_, sandbox) => {
    await annotate(sandbox, 1, "Comment=hello");
    await annotate(sandbox, 2, "Spam=true&QualityIssues=echo");
    const { call_summaries: calls = [] } = await clientOf(sandbox).listCallSummaries();
    expect(calls.map(({ annotation }) => annotation?.spam)).toEqual(expect.arrayContaining([true, null]));
    for (const listed of calls) {
      const { pathname } = new URL(String(listed.url));
      expect(await (await ask(sandbox, { path: pathname })).json()).toEqual(listed);
      expect((await ask(sandbox, { path: pathname, method: "HEAD" })).status).toBe(200);
    }
  });

  it("of a call that is not listed has as much of it as its annotation", async () => {
    const url = `${origin}/v1/Voice/${sid(1)}/Summary`;
    expect(await fetchSummary(createSandbox(), 1)).toMatchObject({ call_sid: sid(1), annotation: null, url });
    const sandbox = createSandbox({
      fixture: {
        calls: [
          { account_sid: `AC${"9".repeat(32)}`, call_sid: sid(1) },
          { account_sid: accountSid, call_sid: sid(2), availability: "expired" },
        ],
      },
    });
    expect(await fetchSummary(sandbox, 1)).toMatchObject({ status: 403, code: 17000 });
    expect(await fetchSummary(sandbox, 2)).toMatchObject({ status: 404, code: 17002 });
    expect(await fetchSummary(sandbox, 3)).toMatchObject({ status: 404, code: 20404 });
    expect(await fetchSummary(sandbox, 3, null)).toMatchObject({ status: 401 });
  });

  it("can be read, and nothing else", async () => {
    const response = await ask(createSandbox(), { path: `/v1/Voice/${sid(1)}/Summary`, body: "Spam=true" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect((await ask(createSandbox(), { path: "/v1/Voice/CA1/Summary" })).status).toBe(404);
  });
});

describe("a condition", () => {
  it.each<[ListCallSummariesParameters, number[]]>([
    [{ SpamAnnotation: true }, [1]],
    [{ SpamAnnotation: false }, [2]],
    [{ QualityIssueAnnotation: ["echo"] }, [1]],
    [{ QualityIssueAnnotation: ["latency", "owa"] }, [1, 2]],
    [{ CallScoreAnnotation: [1, 2] }, [1]],
    [{ CallScoreAnnotation: [5, 2] }, [1, 2]],
    [{ AnsweredByAnnotation: "human" }, [1]],
    [{ ConnectivityIssueAnnotation: ["dropped_call", "caller_id"] }, [2]],
    [{ SpamAnnotation: true, CallScoreAnnotation: [5] }, []],
    [{}, [1, 2, 3]],
  ])("on what was noted: %j", async (query, want) => {
    const sandbox = sandboxOf(call(1, 1), call(2, 2), call(3, 3));
    await annotate(sandbox, 1, "Spam=true&QualityIssues=echo%2Cowa&CallScore=2&AnsweredBy=human");
    await annotate(sandbox, 2, "Spam=false&QualityIssues=latency&CallScore=5&ConnectivityIssue=dropped_call");
    expect(await found(sandbox, query)).toEqual(want);
  });

  it.each<[ListCallSummariesParameters, number[]]>([
    [{ From: "+1555" }, [1]],
    [{ To: "+1556" }, [1]],
    [{ FromCarrier: "A" }, [1]],
    [{ ToCarrier: "B" }, [1]],
    [{ FromCountryCode: "US" }, [1]],
    [{ ToCountryCode: "DE" }, [1]],
    [{ CallType: ["sip", "carrier"] }, [1]],
    [{ CallState: "busy" }, [2]],
    [{ Direction: ["inbound"] }, [1]],
    [{ AnsweredBy: "fax" }, [2]],
    [{ HasTag: true }, [1]],
    [{ HasTag: false }, [2]],
    [{ ProcessingState: "completed" }, [1]],
    [{ ProcessingState: "partial" }, [2]],
    [{ ProcessingState: "all" }, [1, 2]],
  ])("on what is known of the call: %j", async (query, want) => {
    const sandbox = sandboxOf(
      call(1, 1, {
        from: { caller: "+1555", carrier: "A", country_code: "US" },
        to: { callee: "+1556", carrier: "B", country_code: "DE" },
        call_type: "carrier",
        properties: { direction: "inbound" },
        tags: ["high_jitter"],
        processing_state: "complete",
      }),
      call(2, 2, { call_state: "busy", answered_by: "fax", tags: [], processing_state: "partial" }),
    );
    expect(await found(sandbox, query)).toEqual(want);
  });

  it.each<[ListCallSummariesParameters, number[]]>([
    [{}, [1, 2, 5]],
    [{ StartTime: "30m" }, [1, 5]],
    [{ StartTime: "1w" }, [1, 2, 3, 4, 5]],
    [{ StartTime: "2d", EndTime: "1h" }, [2, 3, 5]],
    [{ StartTime: "2026-03-03T00:00:00Z" }, [1, 2, 3, 5]],
    [{ StartTime: "1w", EndTime: "2026-03-03T00:00:00+00:00" }, [4, 5]],
  ])("on the time: %j, and a call whose time is not known meets it", async (query, want) => {
    const untimed = { account_sid: accountSid, call_sid: sid(5) };
    const sandbox = sandboxOf(call(1, 10), call(2, 120), call(3, 60 * 24), call(4, 60 * 24 * 5), untimed);
    expect(await found(sandbox, query)).toEqual(want);
  });

  it.each([
    ["QualityIssueAnnotation=latency,%20owa", [1]],
    ["QualityIssueAnnotation=latency+%2C+echo+,dtmf", [1]],
    ["QualityIssueAnnotation=latency,%20owa&QualityIssueAnnotation=dtmf", [1]],
    ["CallScoreAnnotation=1,%202", [1]],
    ["ConnectivityIssueAnnotation=caller_id%20,%20dropped_call", []],
  ])("that is a list may have blanks around its commas: %s", async (query, want) => {
    const sandbox = sandboxOf(call(1, 1), call(2, 2));
    await annotate(sandbox, 1, "QualityIssues=echo%2C+owa&CallScore=2");
    const response = await ask(sandbox, { path: `/v1/Voice/Summaries?${query}` });
    const { call_summaries: calls } = await response.json();
    expect(calls.map(({ call_sid: callSid }: CallRecord) => Number(callSid.slice(2)))).toEqual(want);
  });

  it.each([
    ["PageSize=0", "PageSize must satisfy minimum 1"],
    ["PageSize=1001", "PageSize must satisfy maximum 1000"],
    ["CallScoreAnnotation=1,9", "CallScoreAnnotation[1] must satisfy maximum 5, received 9"],
    ["SpamAnnotation=perhaps", "SpamAnnotation must be of type boolean"],
    ["QualityIssueAnnotation=echo,noise", "QualityIssueAnnotation[1] must be one of"],
    ["StartTime=yesterday", "StartTime must match"],
    ["PageToken=PT1", "PageToken must be taken from next_page_url or previous_page_url of this list"],
  ])("that makes no sense is refused: %s", async (query, message) => {
    const refused = await refusal({ path: `/v1/Voice/Summaries?${query}` });
    expect(refused).toMatchObject({ status: 400, code: 20001, message: expect.stringContaining(message) });
  });
});

describe("a condition that no document describes", () => {
  it.each([
    ["Subaccount=AC1&AbnormalSession=true&Subaccount=AC2", "Subaccount, AbnormalSession"],
    ["PageSize=1&spamannotation=true", "spamannotation"],
    ["a%2Cb=1&%00%0D%0A%C3%A9&=", "a%2Cb, %00%0D%0A%C3%A9"],
    ["CallSid=1", "CallSid"],
    [
      Array.from({ length: 13 }, (_, index) => `p${index}`).join("&"),
      "p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, and 3 more",
    ],
    ["y".repeat(1_000), "y".repeat(60)],
    ["SpamAnnotation=true&PageSize=5", null],
    ["", null],
  ])("is ignored, and the response names it: %s", async (query, names) => {
    const response = await ask(sandboxOf(call(1, 1)), { path: `/v1/Voice/Summaries?${query}` });
    expect([response.status, response.headers.get("sandbox-ignored-parameters")]).toEqual([200, names]);
  });

  it("is named where something else is refused, and for every operation", async () => {
    const listed = await ask(createSandbox(), { path: "/v1/Voice/Summaries?PageSize=0&Subaccount=AC1" });
    expect([listed.status, listed.headers.get("sandbox-ignored-parameters")]).toEqual([400, "Subaccount"]);
    const updated = await ask(createSandbox(), { path: `/v1/Voice/${sid(1)}/Annotation?Spam=true`, body: "" });
    expect([updated.status, updated.headers.get("sandbox-ignored-parameters")]).toEqual([200, "Spam"]);
  });
});

describe("pages", () => {
  const many = Array.from({ length: 7 }, (_, index) => call(index, index));

  it("are found forwards and backwards, with the conditions of the first one", async () => {
    const sandbox = sandboxOf(...many);
    for (const { call_sid: callSid } of many) {
      await update(sandbox, "");
      await ask(sandbox, { path: `/v1/Voice/${callSid}/Annotation`, body: "Spam=true" });
    }
    expect(await found(sandbox, { SpamAnnotation: true, PageSize: 3 })).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const pages = [];
    const query = { SpamAnnotation: true, PageSize: 3 };
    for await (const { meta } of clientOf(sandbox).listCallSummaries(query).pages()) pages.push(meta);
    expect(pages.map((meta) => meta?.page)).toEqual([0, 1, 2]);
    expect(pages.map((meta) => meta?.previous_page_url ?? null)).toEqual([
      null,
      `${origin}/v1/Voice/Summaries?SpamAnnotation=true&PageSize=3&Page=0`,
      `${origin}/v1/Voice/Summaries?SpamAnnotation=true&PageSize=3&Page=1&PageToken=PT${sid(2)}`,
    ]);
  });

  it("lose nothing and repeat nothing while calls are annotated in between", async () => {
    const sandbox = sandboxOf(...many);
    const numbers: string[] = [];
    for await (const summary of clientOf(sandbox).listCallSummaries({ PageSize: 2, HasTag: false })) {
      numbers.push(String(summary.call_sid));
      await annotate(sandbox, 0, `Comment=${numbers.length}`);
    }
    expect(numbers).toEqual(many.map((one) => one.call_sid));
  });

  it("count without a token", async () => {
    const { call_summaries: calls } = await clientOf(sandboxOf(...many)).listCallSummaries({ PageSize: 3, Page: 2 });
    expect(calls?.map((one) => one.call_sid)).toEqual([sid(6)]);
  });

  it("are for who has credentials", async () => {
    const response = await ask(sandboxOf(...many), { path: "/v1/Voice/Summaries", authorization: null });
    expect(response.status).toBe(401);
    const own = await ask(sandboxOf(...many), { path: "/v1/Voice/Summaries", authorization: basic() });
    expect(own.status).toBe(200);
  });
});
