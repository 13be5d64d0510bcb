import { createAnnotationClient } from "@earmark/annotation-client";
import { createSandbox } from "@earmark/sandbox";
import { expect, test } from "vitest";

const accountSid = "AC00000000000000000000000000000000";
const CallSid = "CA00000000000000000000000000000000";

test("what is written is read back", async () => {
  const sandbox = createSandbox();
  const annotations = createAnnotationClient({ accountSid, authToken: "any", fetch: sandbox.fetch });
  await annotations.updateAnnotation({ CallSid }, { Spam: true });
  expect(await annotations.fetchAnnotation({ CallSid })).toMatchObject({ spam: true, comment: null });
});
