import { createAnnotationClient } from "@earmark/annotation-client";
import { describe, expect, it } from "vitest";
import { createSandbox } from "../index.ts";
import { listen } from "../node.ts";
import { accountSid, callSid as CallSid, origin, untouched } from "../testing/fixtures.ts";

const credentials = { accountSid, authToken: "token" };

describe("the generated client", () => {
  it("reads, updates and reads again without a socket", async () => {
    const sandbox = createSandbox();
    const fetch = (request: Request) => sandbox.fetch(request);
    const client = createAnnotationClient({ ...credentials, baseUrl: origin, fetch, responseValidation: "throw" });
    expect(await client.fetchAnnotation({ CallSid })).toEqual(untouched);
    const after = await client.updateAnnotation(
      { CallSid },
      { AnsweredBy: "human", QualityIssues: ["low_volume", "echo"], Spam: false, CallScore: 4, Comment: "a, b & é" },
    );
    expect(after).toMatchObject({ answered_by: "human", quality_issues: ["low_volume", "echo"], comment: "a, b & é" });
    expect(await client.updateAnnotation({ CallSid }, { CallScore: null })).toEqual({ ...after, call_score: null });
    expect(await client.updateAnnotation({ CallSid })).toEqual({ ...after, call_score: null });
  });

  it("does the same over a port", async () => {
    const { url, close } = await listen(createSandbox());
    const client = createAnnotationClient({ ...credentials, baseUrl: url, responseValidation: "throw" });
    await client.updateAnnotation({ CallSid }, { Comment: "over a port" });
    const expected = { comment: "over a port", url: `${url}/v1/Voice/${CallSid}/Annotation` };
    expect(await client.fetchAnnotation({ CallSid })).toMatchObject(expected);
    await close();
  });

  it("understands a refusal", async () => {
    const client = createAnnotationClient({
      ...credentials,
      authToken: "t",
      baseUrl: origin,
      fetch: createSandbox().fetch,
    });
    const { response, error } = await client.raw.GET("/v1/Voice/{CallSid}/Annotation", {
      params: { path: { CallSid: "CA" } },
    });
    expect(response.status).toBe(404);
    expect(error).toMatchObject({ code: 20404 });
  });
});
