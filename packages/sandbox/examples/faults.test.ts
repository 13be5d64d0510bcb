import { createAnnotationClient } from "@earmark/annotation-client";
import { createSandbox, type Fault } from "@earmark/sandbox";
import { expect, test } from "vitest";

const accountSid = "AC00000000000000000000000000000000";
const CallSid = "CA00000000000000000000000000000000";

test("a client survives a bad day", async () => {
  const faults: Fault[] = [
    { operation: "UpdateAnnotation", requests: "1-2", status: 503 }, // two failures, then it works
    { operation: "FetchAnnotation", times: 1, reset: true }, // the connection is gone
    { rate: 100, per: 60, retryAfter: true }, // 429 with Retry-After beyond 100 requests a minute
    { probability: 0.2, latency: 20, jitter: 10 }, // the same ones are slow in every run
  ];
  const { fetch } = createSandbox({ faults, seed: 42 });
  const annotations = createAnnotationClient({ accountSid, authToken: "any", fetch });
  await annotations.updateAnnotation({ CallSid }, { Spam: true });
  expect(await annotations.fetchAnnotation({ CallSid })).toMatchObject({ spam: true });
});

test("one request asks for a fault by header", async () => {
  const { fetch } = createSandbox();
  const annotations = createAnnotationClient({ accountSid, authToken: "any", fetch, retry: false });
  const headers = { "Sandbox-Fault": "status=503; times=1" };
  await expect(annotations.fetchAnnotation({ CallSid }, { headers })).rejects.toMatchObject({ status: 503 });
  await expect(annotations.fetchAnnotation({ CallSid }, { headers })).resolves.toMatchObject({ call_sid: CallSid });
});
