import { createAnnotationClient } from "@earmark/annotation-client";
import { sandboxHandlers } from "@earmark/sandbox/msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test("code that calls the real address reaches the sandbox", async () => {
  server.use(...sandboxHandlers());
  const accountSid = "AC00000000000000000000000000000000";
  const annotations = createAnnotationClient({ accountSid, authToken: "any" });
  const annotation = await annotations.updateAnnotation(
    { CallSid: "CA00000000000000000000000000000000" },
    { Comment: "could not hear the end" },
  );
  expect(annotation.url).toBe("https://insights.twilio.com/v1/Voice/CA00000000000000000000000000000000/Annotation");
});
