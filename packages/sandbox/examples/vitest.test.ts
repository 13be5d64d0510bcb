import { createAnnotationClient, ServerError } from "@earmark/annotation-client";
import { test } from "@earmark/sandbox/vitest";
import { describe, expect } from "vitest";

const accountSid = "AC00000000000000000000000000000000";
const CallSid = "CA00000000000000000000000000000000";

test("a call without an annotation", async ({ fetch }) => {
  const annotations = createAnnotationClient({ accountSid, authToken: "any", fetch });
  expect(await annotations.fetchAnnotation({ CallSid })).toMatchObject({ spam: null });
});

describe("while the API fails", () => {
  const failing = test.extend({ sandboxOptions: { faults: [{ status: 503 }] } });

  failing("the error says so", async ({ fetch }) => {
    const annotations = createAnnotationClient({ accountSid, authToken: "any", fetch, retry: false });
    await expect(annotations.fetchAnnotation({ CallSid })).rejects.toThrow(ServerError);
  });
});
