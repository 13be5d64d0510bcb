import { expect, it } from "vitest";
import { diffTexts } from "../testing/diff-texts.ts";

const HEADER = "Idempotency-Key";

function text(key: string | undefined, { required = false, isWebhook = false } = {}): string {
  const parameters = [{ name: "idempotency-key", in: "header", required, schema: { type: "string" } }];
  const responses = { "204": { description: "Done." } };
  const post = { operationId: "CreateOrder", parameters, "x-idempotency-key": key, responses };
  const paths = { "/orders": { post } };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "Orders", version: "1" },
    ...(isWebhook ? { paths: {}, webhooks: { created: paths["/orders"] } } : { paths }),
  });
}

it.each([
  ["added", undefined, HEADER, {}, ["idempotency-key-added: minor -"]],
  ["removed", HEADER, undefined, {}, ["idempotency-key-removed: major -"]],
  ["sent in another header", HEADER, "X-Key", {}, ["idempotency-key-renamed: major -"]],
  ["spelled otherwise", HEADER, "idempotency-key", {}, []],
  [
    "added for a parameter that is required, which callers may leave out then",
    undefined,
    HEADER,
    { required: true },
    ["idempotency-key-added: minor -", "idempotency-key-became-optional: minor minor"],
  ],
  [
    "removed from it, which they have to give then",
    HEADER,
    undefined,
    { required: true },
    ["idempotency-key-became-required: - major", "idempotency-key-removed: major -"],
  ],
  ["added to a webhook, where it does nothing", undefined, HEADER, { isWebhook: true }, ["extension-changed: - -"]],
])("an idempotency key is %s", async (_, before, after, options, expected) => {
  const { changes } = await diffTexts(text(before, options), text(after, options));
  expect(
    changes.map(({ rule, impact }) => `${rule}: ${impact.wire} ${impact.types}`.replaceAll("none", "-")).sort(),
  ).toEqual(expected);
});
