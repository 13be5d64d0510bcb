import * as strict from "@earmark/annotation-validators/strict";
import { describe, expect, it } from "vitest";
import { createSandbox } from "../index.ts";
import { allow, ask, basic, path, refusal, type Sent, undocumented, untouched, update } from "../testing/fixtures.ts";

const sid = "c".repeat(32);
const refused: readonly (readonly [string, Sent, { status: number; code: number }])[] = [
  ["an unknown path", { path: "/v1/Nothing" }, { status: 404, code: 20404 }],
  ["the root", { path: "/" }, { status: 404, code: 20404 }],
  ["a doubled slash", { path: path.replace("/Voice/", "//Voice/") }, { status: 404, code: 20404 }],
  ["a trailing slash", { path: `${path}/` }, { status: 404, code: 20404 }],
  ["an encoded static part", { path: path.replace("Voice", "Voic%65") }, { status: 404, code: 20404 }],
  ["a lower-case path", { path: path.replace("Voice", "voice") }, { status: 404, code: 20404 }],
  ["a SID that is none", { path: "/v1/Voice/CAXXXX/Annotation" }, { status: 404, code: 20404 }],
  ["a SID that is encoded twice", { path: path.replace("CA", "%2543A") }, { status: 404, code: 20404 }],
  ["a SID with a slash", { path: path.replace("CA", "CA%2F") }, { status: 404, code: 20404 }],
  ["a path that is not UTF-8", { path: "/v1/Voice/%FF/Annotation" }, { status: 400, code: 20001 }],
  ["a query that is broken", { path: `${path}?a=%ZZ` }, { status: 400, code: 20001 }],
  ["another method", { method: undocumented }, { status: 405, code: 20004 }],
  ["another method with a body", { method: undocumented, body: "Spam=true" }, { status: 405, code: 20004 }],
  ["JSON", { body: "{}", headers: { "content-type": "application/json" } }, { status: 415, code: 20415 }],
  ["a body of no media type", { body: "a", headers: { "content-type": "" } }, { status: 415, code: 20415 }],
  ["plain text", { body: "Spam=true", headers: { "content-type": "text/plain" } }, { status: 415, code: 20415 }],
  ["a compressed form", { body: "Spam=true", headers: { "content-encoding": "gzip" } }, { status: 415, code: 20415 }],
  [
    "a form in another encoding of characters",
    { body: "Spam=true", headers: { "content-type": "application/x-www-form-urlencoded; charset=ISO-8859-1" } },
    { status: 415, code: 20415 },
  ],
  ["a large body", { body: `Comment=${"a".repeat(65_529)}` }, { status: 413, code: 20413 }],
  ["broken percent-encoding", { body: "Comment=%ZZ" }, { status: 400, code: 20001 }],
  ["a lone percent sign", { body: "Comment=100%" }, { status: 400, code: 20001 }],
  ["encoded bytes that are not UTF-8", { body: "Comment=%FF%FE" }, { status: 400, code: 20001 }],
  ["raw bytes that are not UTF-8", { body: new Uint8Array([67, 61, 255]) }, { status: 400, code: 20001 }],
];

describe("refuses", () => {
  it.each(refused)("%s", async (_, sent, expected) => {
    const { headers, ...body } = await refusal(sent);
    expect(body).toMatchObject({ ...expected, more_info: `https://www.twilio.com/docs/errors/${expected.code}` });
    expect(strict.ErrorResponse.issues(body)).toEqual([]);
    expect(headers).toMatchObject({ "content-type": "application/json; charset=utf-8" });
    expect(headers).toMatchObject({ "twilio-request-id": expect.stringMatching(/^RQ[0-9a-f]{32}$/) });
  });

  it.each([
    ["CallScore=9", /^CallScore must be one of 1, 2, 3, 4, 5, null, received 9$/],
    ["CallScore=2.0", /^CallScore must .* 1, 2, 3, 4, 5, null, received "2.0"$/],
    ["CallScore=null", /^CallScore must .* received "null"$/],
    ["CallScore=1&CallScore=1", /^CallScore must .* received an array/],
    ["Spam=", /^Spam must .*boolean/],
    ["Spam=1", /^Spam must .*boolean.* "1"$/],
    ["Spam=true&Spam=true", /^Spam must .*boolean.* an array/],
    ["Comment=a&Comment=b", /^Comment must .*string.* an array/],
    [`Incident=${"%F0%9F%98%80".repeat(1_000)}`, /^Incident must .*\d characters/],
    ["AnsweredBy=Human", /^AnsweredBy must .*unknown_answered_by, human, machine.* "Human"$/],
    ["AnsweredBy=", /^AnsweredBy must .* ""$/],
    ["QualityIssues=", /^QualityIssues must .*at least 1/],
    ["QualityIssues=+", /^QualityIssues\[0\] must .* " "$/],
    ["QualityIssues=+echo", /^QualityIssues\[0\] must .* " echo"$/],
    ["QualityIssues=echo,+", /^QualityIssues\[1\] must .* ""$/],
    ["QualityIssues=echo,+,owa", /^QualityIssues\[1\] must .* ""$/],
    ["QualityIssues=echo,+noise", /^QualityIssues\[1\] must .* "noise"$/],
    ["QualityIssues=low+volume", /^QualityIssues\[0\] must .* "low volume"$/],
    ["AnsweredBy=human,+machine", /^AnsweredBy must .* "human, machine"$/],
    ["QualityIssues=no_quality_issue,echo", /^QualityIssues must .*at most 1/],
    ["QualityIssues=echo,hum", /^QualityIssues\[1\] must .*unknown_quality_issue, .* "hum"$/],
    ["Coment=a", /^"Coment" is not a known field, known are AnsweredBy, CallScore, Comment, /],
    ["__proto__=a", /^"__proto__" is not a known field/],
    ["=a", /^"" is not a known field/],
    ["Spam=1&CallScore=0", /^CallScore must be .*; Spam must be /],
  ])("the form %s and says why", async (body, message) => {
    const response = await refusal({ body });
    expect(response).toMatchObject({ status: 400, code: 20001 });
    expect(response.message).toMatch(message);
  });

  it.each([
    ["no credentials", null],
    ["another scheme", "Bearer abc"],
    ["a name that is no SID", basic("someone")],
    ["a SID that is too short", basic("ACaaaa")],
    ["the SID of a call", basic(`CA${sid}`)],
    ["an empty secret", basic(`AC${sid}`, "")],
    ["no colon", `Basic ${btoa(`AC${sid}`)}`],
    ["what is not Base64", "Basic ???"],
    ["Base64 that is not UTF-8", `Basic ${btoa(`AC${sid}:\xff`)}`],
    ["two credentials", `${basic()}, ${basic()}`],
  ])("%s as credentials", async (_, authorization) => {
    const response = await refusal({ authorization });
    expect(response).toMatchObject({ status: 401, code: 20003, message: "Authenticate" });
    expect(response.headers).toMatchObject({ "www-authenticate": 'Basic realm="Twilio API", charset="UTF-8"' });
  });

  it("thousands of unknown fields in few words", async () => {
    const body = Array.from({ length: 9000 }, (_, index) => index.toString(36)).join("&");
    expect(String((await refusal({ body })).message)).toMatch(/; and more$/);
    expect(String((await refusal({ body: "a".repeat(60_000) })).message).length).toBeLessThan(300);
  });

  it("an update with one invalid field as a whole", async () => {
    const sandbox = createSandbox();
    await refusal({ body: "Comment=lost&CallScore=9" }, sandbox);
    expect(await (await ask(sandbox)).json()).toEqual(untouched);
  });

  it("a body that was read before, which would look empty", async () => {
    const authorization = basic();
    const request = new Request(`https://a.example${path}`, { method: "POST", headers: { authorization }, body: "a" });
    await request.text();
    expect((await createSandbox().fetch(request)).status).toBe(400);
  });

  it("what is wrong in the order path, method, credentials, SID, media type, body", async () => {
    const bad: Sent = { authorization: null, body: "Foo=%", headers: { "content-type": "text/plain" } };
    const wrongSid = "/v1/Voice/CA/Annotation";
    const authorization = basic();
    const statuses = [
      await refusal({ ...bad, path: "/v1", method: "PUT" }),
      await refusal({ ...bad, path: wrongSid, method: "PUT" }),
      await refusal({ ...bad, path: wrongSid }),
      await refusal({ ...bad, path: wrongSid, authorization }),
      await refusal({ ...bad, authorization }),
      await refusal({ body: "Foo=%" }),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 405, 401, 404, 415, 400]);
  });
});

describe("accepts", () => {
  it("a body of exactly 64 KiB, which only then is found invalid", async () => {
    expect(await refusal({ body: `Comment=${"a".repeat(65_528)}` })).toMatchObject({ status: 400 });
  });

  it.each([
    "application/x-www-form-urlencoded; charset=UTF-8",
    "Application/X-WWW-Form-URLEncoded;charset=utf-8",
    'application/x-www-form-urlencoded ; boundary=a; Charset="Utf8"',
  ])("a form as %s", async (type) => {
    const response = await ask(createSandbox(), { body: "Spam=true", headers: { "content-type": type } });
    expect(await response.json()).toEqual({ ...untouched, spam: true });
  });

  it("API keys, each for the account with the same digits unless it is told otherwise", async () => {
    const sandbox = createSandbox({ fixture: { accounts: { [`SK${sid}`]: `AC${"d".repeat(32)}` } } });
    expect(await update(sandbox, "Spam=true", basic(`SK${sid}`))).toMatchObject({ account_sid: `AC${"d".repeat(32)}` });
    expect(await update(createSandbox(), "", basic(`SK${sid}`))).toMatchObject({ account_sid: `AC${sid}` });
  });

  it("a secret with colons, spaces, line breaks and letters of any kind", async () => {
    const response = await ask(createSandbox(), { authorization: basic(`AC${sid}`, ":a b:\n\u{1F600}") });
    expect(response.status).toBe(200);
  });
});

describe("responses", () => {
  it("HEAD like GET, without the body", async () => {
    const sandbox = createSandbox({ randomUUID: () => "0".repeat(32) });
    for (const sent of [{}, { path: "/nothing" }, { authorization: null }]) {
      const [get, head] = [await ask(sandbox, sent), await ask(sandbox, { ...sent, method: "HEAD" })];
      expect([head.status, [...head.headers]]).toEqual([get.status, [...get.headers]]);
      expect(await head.text()).toBe("");
    }
  });

  it("OPTIONS with what is allowed, to anybody", async () => {
    const response = await ask(createSandbox(), { method: "OPTIONS", authorization: null });
    expect(response.status).toBe(204);
    expect(response.headers.get("allow")).toBe(allow);
    expect(response.headers.get("content-type")).toBeNull();
    expect((await refusal({ method: undocumented })).headers).toMatchObject({ allow });
  });

  it("with a request ID of its own each time", async () => {
    const sandbox = createSandbox();
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => (await ask(sandbox)).headers.get("twilio-request-id")),
    );
    expect(new Set(ids).size).toBe(20);
  });
});
