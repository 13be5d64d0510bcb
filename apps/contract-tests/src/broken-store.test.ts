import { expectRefusal, readOperations, recorded, responseViolations, rightRequest, send } from "@earmark/contract";
import { createMemoryStore, createSandbox, InvalidResponseError } from "@earmark/sandbox";
import { describe, expect, test } from "vitest";
import { callAnnotation } from "./contracts/annotation/resource.ts";
import { contracts } from "./contracts/index.ts";

const operations = (await readOperations(contracts)).filter(({ method }) => method === callAnnotation.read);
const computed = ["call_sid", "account_sid", "url"];

// A sandbox holds its own responses to the document, or else the tests of its users would be none.
describe("a response that breaks the document is a bug of the sandbox", () => {
  const wrong = responseViolations(operations).filter(
    ({ response, at: [field = ""] }) => response.status < 300 && field !== "" && !computed.includes(String(field)),
  );

  test.for(wrong)("$name", async ({ operation, value }) => {
    const told: unknown[] = [];
    const { read: _, ...memory } = createMemoryStore();
    // A store of our own, which may hold anything.
    const store = { ...memory, read: () => ({ ...callAnnotation.blank(NOBODY), ...Object(value) }) };
    const sandbox = recorded(createSandbox({ store, onError: (error) => told.push(error) }).fetch);
    expectRefusal(await send(rightRequest(operation), sandbox), 500, 20500, "Internal Server Error");
    expect(told).toEqual([expect.any(InvalidResponseError)]);
  });

  test.for(operations)("and so is a store that fails while $method asks it", async (operation) => {
    const told: unknown[] = [];
    const failing = () => Promise.reject(new Error("disk full at /var/lib"));
    const store = { ...createMemoryStore(), read: failing };
    const sandbox = recorded(createSandbox({ store, onError: (error) => told.push(error) }).fetch);
    expectRefusal(await send(rightRequest(operation), sandbox), 500, 20500, "Internal Server Error");
    expect(told).toEqual([new Error("disk full at /var/lib")]);
  });

  test("and a refused request is none", async () => {
    const told: unknown[] = [];
    const sandbox = recorded(createSandbox({ onError: (error) => told.push(error) }).fetch);
    for (const operation of operations)
      await send(rightRequest(operation, { headers: { authorization: "" } }), sandbox);
    expect(told).toEqual([]);
  });
});

const NOBODY = { accountSid: "", parameters: {}, url: "" };
