import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { createAnnotationClient, NotFoundError, RequestValidationError } from "./generated/client.gen.js";

const CallSid = `CA${"a".repeat(32)}`;
const authToken = "a-very-secret-token";

/** A client over a function that stands for the network, and what was sent through it. */
function setUp(response: () => Response = () => Response.json({ call_sid: CallSid, answered_by: "human" })) {
  const sent: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(request.clone());
    return response();
  };
  return { sent, client: createAnnotationClient({ accountSid: `AC${"b".repeat(32)}`, authToken, fetch }) };
}

describe("createAnnotationClient", () => {
  it("reads an annotation from the documented place, with Basic credentials", async () => {
    const { sent, client } = setUp();
    expect(await client.fetchAnnotation({ CallSid })).toMatchObject({ answered_by: "human" });
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET https://insights.twilio.com/v1/Voice/${CallSid}/Annotation`,
    ]);
    expect(sent[0]?.headers.get("authorization")).toBe(`Basic ${btoa(`AC${"b".repeat(32)}:${authToken}`)}`);
  });

  it("writes the documentation's own example as these bytes", async () => {
    const { sent, client } = setUp();
    await client.updateAnnotation(
      { CallSid },
      {
        AnsweredBy: "human",
        ConnectivityIssue: "invalid_number",
        QualityIssues: ["low_volume", "choppy_robotic"],
        Spam: true,
        CallScore: 2,
        Comment: "this is a call",
        Incident: "https://twilio.zendesk.com/support/tickets/17353089",
      },
    );
    expect(sent[0]?.headers.get("content-type")).toBe("application/x-www-form-urlencoded");
    expect(await sent[0]?.text()).toBe(
      "AnsweredBy=human&ConnectivityIssue=invalid_number&QualityIssues=low_volume%2Cchoppy_robotic&Spam=true&CallScore=2" +
        "&Comment=this+is+a+call&Incident=https%3A%2F%2Ftwilio.zendesk.com%2Fsupport%2Ftickets%2F17353089",
    );
  });

  it("writes null as an empty value and leaves out what is undefined", async () => {
    const { sent, client } = setUp();
    await client.updateAnnotation({ CallSid }, JSON.parse('{"CallScore": null}'));
    await client.updateAnnotation({ CallSid }, { Spam: false, ...{ Comment: undefined } } as { Spam: boolean });
    expect(await Promise.all(sent.map((request) => request.text()))).toEqual(["CallScore=", "Spam=false"]);
  });

  it("sends nothing when the call is wrong, and says everything that is wrong with it", async () => {
    const { sent, client } = setUp();
    const update = JSON.parse('{"CallScore": 9, "Mood": "good"}');
    const error = await client.updateAnnotation({ CallSid: ".." }, update).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RequestValidationError);
    const paths = (error as RequestValidationError).issues.map((issue) => issue.path.join("."));
    expect([...new Set(paths)].sort()).toEqual(["CallScore", "CallSid", "Mood"]);
    expect(sent).toEqual([]);
  });

  it("throws the provider's error with its code, and never shows the credentials", async () => {
    const body = { code: 20404, message: `not found for ${authToken}`, more_info: null, status: 404 };
    const { client } = setUp(() => Response.json(body, { status: 404, headers: { "Twilio-Request-Id": "RQ1" } }));
    const error = await client.fetchAnnotation({ CallSid }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(NotFoundError);
    expect(error).toMatchObject({ status: 404, code: 20404, requestId: "RQ1", method: "GET" });
    const shown = [error, client]
      .map((value) => inspect(value, { depth: Number.POSITIVE_INFINITY, showHidden: true }))
      .join();
    expect(shown).not.toContain(authToken);
    expect(shown).not.toContain(btoa(authToken).slice(0, 12));
  });
});
