import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeFiles } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { BILLING, ORDERS, publisher, pulledFiles, run, workspace } from "../testing/pull.ts";
import { codegen } from "../testing/run.ts";
import { serve } from "../testing/serve.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("a document that was never pulled", () => {
  it("is named by generate, with the command to run", async () => {
    const root = await workspace({ orders: "https://api.example.com/?token=hunter2" });
    expect(await codegen(root, "generate")).toEqual({
      code: 2,
      out: [],
      err: ["codegen: openapi/orders.yaml was never pulled; run `pnpm exec codegen pull orders`"],
    });
  });

  it("is fetched into openapi/NAME, with the extension of its content, and recorded beside it", async () => {
    const { url } = await serve((request, response) => {
      const isOrders = request.url === "/orders";
      response.setHeader("last-modified", "Mon, 02 Nov 2026 00:00:00 GMT");
      if (isOrders) response.setHeader("etag", '"7"');
      response.setHeader("content-type", "text/plain").end(isOrders ? ORDERS : BILLING);
    });
    const root = await workspace({ orders: `${url}/orders`, billing: { url: `${url}/billing?a=b&key=hunter2` } });
    expect(await run(root)).toEqual({
      code: 0,
      out: ["openapi/billing.json", "openapi/billing.source.json", "openapi/orders.yaml", "openapi/orders.source.json"],
      err: [
        "billing: pulled; `pnpm exec codegen add openapi/billing.json` makes the code follow",
        "orders: pulled; `pnpm exec codegen add openapi/orders.yaml` makes the code follow",
      ],
    });
    const record = (content: object): string => `${JSON.stringify(content, null, 2)}\n`;
    expect(await pulledFiles(root)).toEqual({
      "billing.json": BILLING,
      "billing.source.json": record({
        url: `${url}/billing?a=b&key=…`,
        lastModified: "Mon, 02 Nov 2026 00:00:00 GMT",
        sha256: sha256(BILLING),
      }),
      "orders.yaml": ORDERS,
      "orders.source.json": record({ url: `${url}/orders`, etag: '"7"', sha256: sha256(ORDERS) }),
    });
    expect(await run(root)).toMatchObject({ code: 0, out: [], err: ["billing: up to date", "orders: up to date"] });
    // The records are no documents.
    expect(await codegen(root, "lint", "openapi/orders.source.json")).toMatchObject({ code: 0, out: [] });
    expect((await codegen(root, "generate")).err).toEqual([
      expect.stringMatching(/^codegen: openapi\/billing\.json feeds/),
    ]);
  });

  it("is fetched into the file of the config, also where its extension is another", async () => {
    const { url } = await serve((_, response) => void response.end(BILLING));
    const root = await workspace({ billing: { url, path: "specs/v1/api.yaml" } });
    expect((await run(root)).out).toEqual(["specs/v1/api.yaml", "specs/v1/billing.source.json"]);
    expect(await readFile(join(root, "specs/v1/api.yaml"), "utf8")).toBe(BILLING);
    expect(await run(root, ["--check"])).toMatchObject({ code: 0, err: ["billing: up to date"] });
  });

  it("is one difference for --check, which writes nothing", async () => {
    const { url } = await publisher();
    const root = await workspace({ orders: url });
    expect(await run(root, ["--check"])).toEqual({
      code: 1,
      out: ["openapi/orders.yaml: missing: it was never pulled, or removed; run `pnpm exec codegen pull orders`"],
      err: [],
    });
    expect(await pulledFiles(root)).toEqual({});
  });

  it("is fetched alone where it is named", async () => {
    const [orders, billing] = [await publisher(), await publisher(BILLING)];
    const root = await workspace({ orders: orders.url, billing: billing.url });
    expect((await run(root, ["orders"])).out).toEqual(["openapi/orders.yaml", "openapi/orders.source.json"]);
    expect(billing.received).toEqual([]);
  });
});

/** A workspace that has pulled the document of a publisher. */
async function pulled(text?: string) {
  const server = await publisher(text);
  const root = await workspace({ orders: server.url });
  await run(root);
  const [orders, record] = ["orders.yaml", "orders.source.json"].map((name) => join(root, "openapi", name));
  return { ...server, root, orders: orders ?? "", record: record ?? "", before: await pulledFiles(root) };
}

describe("a document that was pulled", () => {
  it("is not sent again while it is the same", async () => {
    const { root, received, before } = await pulled();
    expect(await run(root)).toEqual({ code: 0, out: [], err: ["orders: up to date"] });
    expect(await run(root, ["--check"])).toEqual({ code: 0, out: [], err: ["orders: up to date"] });
    expect(received.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"1"', '"1"']);
    expect(await pulledFiles(root)).toEqual(before);
  });

  it("is replaced by the next edition", async () => {
    const { root, publish } = await pulled();
    publish(ORDERS.replace("'1'", "'2'"));
    expect(await run(root, ["--check"])).toEqual({
      code: 1,
      out: ["openapi/orders.yaml: outdated: another edition is published; run `pnpm exec codegen pull orders`"],
      err: [],
    });
    expect(await run(root)).toMatchObject({ code: 0, out: ["openapi/orders.yaml", "openapi/orders.source.json"] });
    expect(await pulledFiles(root)).toMatchObject({
      "orders.yaml": ORDERS.replace("'1'", "'2'"),
      "orders.source.json": expect.stringContaining('"etag": "\\"2\\""'),
    });
  });

  it("is up to date where only its ETag is another", async () => {
    const { root, publish, before } = await pulled();
    publish(ORDERS);
    expect(await run(root)).toEqual({ code: 0, out: [], err: ["orders: up to date"] });
    expect(await pulledFiles(root)).toEqual(before);
  });

  it("keeps its file where the next edition is of another format", async () => {
    const { root, publish } = await pulled();
    publish(BILLING);
    expect((await run(root)).out).toEqual(["openapi/orders.yaml", "openapi/orders.source.json"]);
  });

  it.each(["\r\n", "\n"])("is not edited by git, which ends its lines with %j", async (end) => {
    const { root, orders, publish } = await pulled(ORDERS.replaceAll("\n", end === "\n" ? "\r\n" : "\n"));
    await writeFile(orders, ORDERS.replaceAll("\n", end));
    expect(await run(root, ["--check"])).toMatchObject({ code: 0 });
    publish(BILLING);
    expect(await run(root)).toMatchObject({ code: 0 });
  });

  it("is never replaced after an edit", async () => {
    const { root, orders, publish } = await pulled();
    await writeFile(orders, `${ORDERS}# ours\n`);
    const before = await pulledFiles(root);
    const advice =
      "edited since it was pulled; say what should be different in an overlay, and remove the file to pull it anew";
    for (const next of [ORDERS, BILLING]) {
      expect(await run(root, ["--check"])).toEqual({ code: 1, out: [`openapi/orders.yaml: ${advice}`], err: [] });
      expect(await run(root)).toEqual({
        code: 1,
        out: [],
        err: [`openapi/orders.yaml is not replaced: it is ${advice}`],
      });
      expect(await pulledFiles(root)).toEqual(before);
      publish(next);
    }
    await rm(orders);
    expect(await run(root)).toMatchObject({ code: 0, out: ["openapi/orders.json", "openapi/orders.source.json"] });
  });

  it("counts as pulled where the edit is published by now", async () => {
    const { root, orders, publish } = await pulled();
    await writeFile(orders, `${ORDERS}# theirs, too\n`);
    publish(`${ORDERS}# theirs, too\n`);
    expect(await run(root, ["--check"])).toMatchObject({
      code: 1,
      out: [
        "openapi/orders.yaml: up to date, but not recorded as pulled from this URL; run `pnpm exec codegen pull orders`",
      ],
    });
    expect(await run(root)).toEqual({ code: 0, out: ["openapi/orders.source.json"], err: [] });
    expect(await run(root, ["--check"])).toMatchObject({ code: 0 });
  });

  it("is asked for without what is known of another URL", async () => {
    const { root, received } = await pulled();
    const other = await publisher(BILLING);
    await writeFiles(root, { "earmark.config.json": JSON.stringify({ documents: { orders: other.url } }) });
    expect((await run(root)).out).toEqual(["openapi/orders.yaml", "openapi/orders.source.json"]);
    expect(other.received[0]?.headers["if-none-match"]).toBeUndefined();
    expect(received).toHaveLength(1);
  });

  it.each(["{", "[]", "{}", '{"url":1,"sha256":"a"}', '<<<<<<< HEAD\n{"url":"a"}'])(
    "whose record cannot be read stays: %s",
    async (text) => {
      const { root, record } = await pulled();
      await writeFile(record, text);
      expect(await run(root)).toMatchObject({
        code: 2,
        err: [
          expect.stringMatching(/^codegen: orders: .*orders\.source\.json: expected \{ url, sha256 \}.*; remove it/),
        ],
      });
      await rm(record);
      expect(await run(root)).toMatchObject({ code: 0, out: ["openapi/orders.source.json"] });
    },
  );
});

describe("what a provider has wrong", () => {
  const document = (type: string): string =>
    `${ORDERS.replace("paths: {}", "paths:")}  /orders:\n    get:\n      operationId: listOrders\n      parameters:\n` +
    `        - { name: limit, in: query, schema: { type: ${type} } }\n      responses: { "200": { description: OK. } }\n`;
  const overlay = "openapi/upstream/orders.overlay.yaml";

  it("is said by an overlay, which upstream calls stale once the provider has corrected it", async () => {
    const server = await publisher(document("string"));
    const root = await workspace(
      { orders: server.url },
      {
        "earmark.config.json": JSON.stringify({ documents: { orders: server.url }, overlays: { orders: [overlay] } }),
        [overlay]:
          "overlay: 1.0.0\ninfo: { title: Known repairs, version: 1.0.0 }\nactions:\n" +
          "  - target: $.paths['/orders'].get.parameters[?@.name == 'limit'].schema\n" +
          "    description: It is a number.\n    x-was: { type: string }\n    update: { type: integer }\n",
        ...Object.fromEntries(
          ["types", "validators", "client"].map((kind) => [
            `packages/orders-${kind}/package.json`,
            JSON.stringify({ name: `@acme/orders-${kind}` }),
          ]),
        ),
      },
    );
    expect((await run(root)).err).toEqual(["orders: pulled; `pnpm exec codegen generate` makes the code follow"]);
    await codegen(root, "generate");
    const types = await readFile(join(root, "packages/orders-types/src/generated/types.gen.d.ts"), "utf8");
    expect(types).toContain("export type ListOrdersLimit = number;");
    expect(await codegen(root, "upstream", "openapi/orders.yaml")).toMatchObject({ code: 0 });
    server.publish(document("integer"));
    expect(await run(root)).toMatchObject({ code: 0 });
    const { code, out } = await codegen(root, "upstream", "openapi/orders.yaml");
    expect({ code, out: out.join("\n") }).toEqual({
      code: 1,
      out: expect.stringContaining("says so by now: remove it"),
    });
  });
});

describe("a file that was there before", () => {
  it("stays where it differs from what is published", async () => {
    const { url } = await publisher();
    const root = await workspace({ orders: url }, { "openapi/orders.yml": BILLING });
    const { code, err } = await run(root);
    expect({ code, err }).toEqual({
      code: 1,
      err: [
        expect.stringMatching(/^openapi\/orders\.yml is not replaced: it is different from what is published, and/),
      ],
    });
    expect(await pulledFiles(root)).toEqual({ "orders.yml": BILLING });
  });

  it("is recorded where it is what is published", async () => {
    const { url } = await publisher();
    const root = await workspace({ orders: url }, { "openapi/orders.yml": ORDERS });
    expect(await run(root)).toEqual({ code: 0, out: ["openapi/orders.source.json"], err: [] });
  });
});
