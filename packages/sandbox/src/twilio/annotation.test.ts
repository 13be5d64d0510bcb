import { describe, expect, it } from "vitest";
import { createMemoryStore, createSandbox } from "../index.ts";
import { accountSid, ask, basic, callSid, path, untouched, update } from "../testing/fixtures.ts";

/** A field as it is sent, and what is read back. */
const fields = [
  ["AnsweredBy=human", { answered_by: "human" }],
  ["AnsweredBy=unknown_answered_by", { answered_by: "unknown_answered_by" }],
  ["ConnectivityIssue=dropped_call", { connectivity_issue: "dropped_call" }],
  ["QualityIssues=low_volume,echo", { quality_issues: ["low_volume", "echo"] }],
  ["QualityIssues=low_volume%2Cecho", { quality_issues: ["low_volume", "echo"] }],
  ["QualityIssues=low_volume&QualityIssues=echo", { quality_issues: ["low_volume", "echo"] }],
  ["QualityIssues=low_volume,+echo", { quality_issues: ["low_volume", "echo"] }],
  ["QualityIssues=low_volume%20%2C%09%20echo+,owa", { quality_issues: ["low_volume", "echo", "owa"] }],
  ["QualityIssues=owa,+dtmf&QualityIssues=echo", { quality_issues: ["owa", "dtmf", "echo"] }],
  ["QualityIssues=owa,+dtmf&Comment=a+,+b", { quality_issues: ["owa", "dtmf"], comment: "a , b" }],
  ["QualityIssues=no_quality_issue", { quality_issues: ["no_quality_issue"] }],
  ["Spam=true", { spam: true }],
  ["Spam=True", { spam: true }],
  ["Spam=FALSE", { spam: false }],
  ["CallScore=5", { call_score: 5 }],
  ["Comment=", { comment: "" }],
  ["Comment=a+b%20%26%3D%2B%25", { comment: "a b &=+%" }],
  ["Comment=%F0%9F%98%80%00%22", { comment: '\u{1F600}\0"' }],
  ["Incident=https%3A%2F%2Fdesk.example%2F1%3Fa%3Db", { incident: "https://desk.example/1?a=b" }],
] as const;

describe("an annotation", () => {
  it("is empty until it is first written", async () => {
    const response = await ask(createSandbox());
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
    const annotation: unknown = await response.json();
    expect(annotation).toEqual(untouched);
    expect(annotation).toMatchObject({ answered_by: null, quality_issues: null, incident: null });
    expect(Object.keys(Object(annotation)).slice(0, 4)).toEqual([
      "account_sid",
      "call_sid",
      "answered_by",
      "connectivity_issue",
    ]);
  });

  it.each(fields)("reads back %s", async (body, expected) => {
    const sandbox = createSandbox();
    expect(await update(sandbox, body)).toEqual({ ...untouched, ...expected });
    expect(await (await ask(sandbox)).json()).toEqual({ ...untouched, ...expected });
  });

  it("keeps every field that an update does not send", async () => {
    const everything =
      "AnsweredBy=machine&ConnectivityIssue=caller_id&QualityIssues=owa&Spam=false&CallScore=1&Comment=c&Incident=i";
    for (const [body, expected] of fields) {
      const sandbox = createSandbox();
      const before = await update(sandbox, everything);
      expect(await update(sandbox, body)).toEqual({ ...Object(before), ...expected });
    }
  });

  it("loses its score to an empty one, and nothing else", async () => {
    const sandbox = createSandbox();
    await update(sandbox, "CallScore=2&Comment=kept");
    expect(await update(sandbox, "CallScore=")).toEqual({ ...untouched, comment: "kept" });
  });

  it("lists each quality issue once, in the order of their first mention", async () => {
    const response = await update(createSandbox(), "QualityIssues=owa,echo,owa&QualityIssues=dtmf,echo");
    expect(response).toMatchObject({ quality_issues: ["owa", "echo", "dtmf"] });
  });

  it.each([
    ["no body", {}],
    ["an empty form", { body: "" }],
    ["an empty body of any type", { body: "", headers: { "content-type": "text/plain;charset=UTF-8" } }],
    ["an empty stream", { body: new Blob([]) }],
  ])("is not changed by %s", async (_, sent) => {
    const sandbox = createSandbox();
    const before = await update(sandbox, "Spam=true");
    const response = await ask(sandbox, { method: "POST", ...sent });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(before);
  });

  it("loses nothing to updates of different fields at the same time", async () => {
    const sandbox = createSandbox();
    const written = { answered_by: "human", connectivity_issue: "caller_id", quality_issues: ["echo"], spam: true };
    const bodies = ["AnsweredBy=human", "ConnectivityIssue=caller_id", "QualityIssues=echo", "Spam=true"];
    await Promise.all([...bodies, "CallScore=3", "Incident=i"].map((body) => update(sandbox, body)));
    expect(await (await ask(sandbox)).json()).toMatchObject({ ...written, call_score: 3, incident: "i" });
  });

  it("has the same address however its SID was encoded", async () => {
    const response = await ask(createSandbox(), { path: `${path.replace("CA", "%43A")}?ignored=1#ignored` });
    expect(await response.json()).toEqual(untouched);
  });

  it("belongs to its account alone", async () => {
    const sandbox = createSandbox();
    const accounts = Array.from({ length: 5 }, (_, index) => `AC${String(index).repeat(32)}`);
    await Promise.all(accounts.map((sid) => update(sandbox, `Comment=${sid}`, basic(sid))));
    for (const sid of accounts) {
      const response = await (await ask(sandbox, { authorization: basic(sid) })).json();
      expect(response).toEqual({ ...untouched, account_sid: sid, comment: sid });
    }
    expect(await (await ask(sandbox)).json()).toEqual(untouched);
  });
});

describe("the store", () => {
  it("may be asynchronous", async () => {
    const memory = createMemoryStore();
    const store = {
      read: async (account: string, call: string) => memory.read(account, call),
      merge: async (...args: Parameters<typeof memory.merge>) => memory.merge(...args),
      list: async (account: string) => memory.list(account),
    };
    const sandbox = createSandbox({ store });
    await update(sandbox, "Spam=true");
    expect(await (await ask(sandbox)).json()).toEqual({ ...untouched, spam: true });
  });

  it("is shared by the sandboxes that are given the same one, and not otherwise", async () => {
    const store = createMemoryStore();
    await store.merge(accountSid, callSid, { spam: true });
    expect(await (await ask(createSandbox({ store }))).json()).toMatchObject({ spam: true });
    expect(await (await ask(createSandbox())).json()).toMatchObject({ spam: null });
  });

  it("lists what an account has written, in the order of first writing", async () => {
    const store = createMemoryStore();
    const sids = ["CA3", "CA1", "CA2"];
    for (const sid of sids) await store.merge(accountSid, sid, { comment: sid });
    await store.merge(accountSid, "CA1", { spam: true });
    await store.merge(`AC${"9".repeat(32)}`, "CA0", {});
    const listed = await store.list(accountSid);
    expect(listed.map(({ callSid, fields }) => [callSid, fields.comment, fields.spam])).toEqual([
      ["CA3", "CA3", null],
      ["CA1", "CA1", true],
      ["CA2", "CA2", null],
    ]);
    expect(await store.list("AC")).toEqual([]);
  });
});
