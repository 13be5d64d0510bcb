import { describe, expect, it } from "vitest";
import { diffTexts, impactText } from "../testing/diff-texts.ts";
import { found, json, type Parts, rules, text } from "../testing/things.ts";

describe("requests that the server sends", () => {
  const sent = (schema: object): object => ({
    post: { requestBody: json(schema), responses: found({ enum: ["seen"] }) },
  });
  const callback = (schema: object): Parts => ({
    paths: {
      "/things": {
        post: {
          operationId: "ChangeThing",
          callbacks: { done: { "{$request.body#/url}": sent(schema) } },
          responses: { "204": { description: "Done." } },
        },
      },
    },
  });

  it.each([
    ["a webhook", (schema: object): Parts => ({ paths: {}, webhooks: { thingDone: sent(schema) } })],
    ["a callback", callback],
    [
      "a callback of a webhook",
      (schema: object): Parts => ({
        paths: {},
        webhooks: {
          thingDone: {
            post: { callbacks: { done: { "{$response.body#/url}": sent(schema) } }, responses: found({}) },
          },
        },
      }),
    ],
    [
      "a webhook of which clients could not be generated",
      (schema: object): Parts => {
        const parameters = [{ name: "a", in: "fragment", schema: {} }];
        return { paths: {}, webhooks: { thingDone: { parameters, ...sent(schema) } } };
      },
    ],
  ])("turn verdicts round: %s", async (_, parts) => {
    const texts = [{ enum: ["a"] }, { enum: ["a", "b"] }].map((schema) => text(parts(schema)));
    const [more, fewer] = [
      await diffTexts(texts[0] ?? "", texts[1] ?? ""),
      await diffTexts(texts[1] ?? "", texts[0] ?? ""),
    ];
    // What is received may be more than before; of less, code that compares with it does not compile.
    expect([impactText(more.impact), impactText(fewer.impact)]).toEqual([
      "major major major - -",
      "minor major minor - -",
    ]);
  });

  const answered = (schema: object): Parts => ({
    paths: {},
    webhooks: { thingDone: { post: { requestBody: json({}), responses: found(schema) } } },
  });

  it("hold what is returned to them as they hold requests", async () => {
    const texts = [{ enum: ["seen"] }, { enum: ["seen", "later"] }].map((schema) => text(answered(schema)));
    const [more, fewer] = [
      await diffTexts(texts[0] ?? "", texts[1] ?? ""),
      await diffTexts(texts[1] ?? "", texts[0] ?? ""),
    ];
    expect([rules(more.changes), impactText(more.impact)]).toEqual([
      ["request-enum-value-added"],
      "minor minor minor - -",
    ]);
    expect([rules(fewer.changes), impactText(fewer.impact)]).toEqual([
      ["request-enum-value-removed"],
      "major major major - -",
    ]);
  });

  it("are neither repeated nor read page by page", async () => {
    const webhook = (more: object): string =>
      text({ paths: {}, webhooks: { thingDone: { post: { requestBody: json({}), responses: found({}), ...more } } } });
    const calls = webhook({ "x-idempotent": true, "x-pagination": { items: "/items", nextUrl: "/next" } });
    expect((await diffTexts(webhook({}), calls)).changes).toEqual([]);
    expect((await diffTexts(calls, webhook({}))).changes).toEqual([]);
  });

  it("bring and take the names of their types with them", async () => {
    const body = { type: "object", properties: { at: { type: "string" } } };
    const [none, one] = [text({ paths: {} }), text({ paths: {}, webhooks: { thingDone: sent(body) } })];
    const [added, removed] = [await diffTexts(none, one), await diffTexts(one, none)];
    expect([rules(added.changes), impactText(added.impact)]).toEqual([["webhook-added"], "minor minor - minor -"]);
    expect([rules(removed.changes), impactText(removed.impact)]).toEqual([
      ["webhook-removed"],
      "major major - major -",
    ]);
  });

  it("are the same callback at another address, whatever the expression", async () => {
    const at = (address: string): string =>
      text({
        paths: {
          "/things": {
            post: {
              operationId: "ChangeThing",
              callbacks: { done: { [address]: sent({ enum: ["a"] }) } },
              responses: { "204": { description: "Done." } },
            },
          },
        },
      });
    const { changes, impact } = await diffTexts(at("{$request.body#/url}"), at("{$request.query.url}"));
    expect([rules(changes), impactText(impact)]).toEqual([["callback-address-changed"], "major - - - -"]);
    expect(changes[0]?.message).toBe(
      "Callback `ChangeThing/done` is called at `{$request.query.url}` instead of `{$request.body#/url}`: callers that wait at the old address wait forever.",
    );
  });
});
