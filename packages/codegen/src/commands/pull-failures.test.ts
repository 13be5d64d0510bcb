import { mkdir, readdir } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { tempFolder } from "@earmark/testing";
import { serveBehindProxy, tlsFile } from "@earmark/testing/servers";
import { describe, expect, it } from "vitest";
import { BILLING, ORDERS, publisher, pulledFiles, run, workspace } from "../testing/pull.ts";
import { codegen } from "../testing/run.ts";
import { serve } from "../testing/serve.ts";
import { LIMITS } from "../workspace/remote/remote-document.ts";
import { runCommand } from "./run-command.ts";

describe("nothing is touched", () => {
  it.each<[string, RequestListener]>([
    [
      "by a login page",
      (_, response) => void response.setHeader("content-type", "text/html").end("<!doctype html><p>"),
    ],
    ["by an error", (_, response) => void response.writeHead(500).end(ORDERS)],
    ["by what is no document", (_, response) => void response.end("{}")],
    [
      "by half a document",
      (_, response) => {
        response.writeHead(200, { "content-length": "1000" }).write(ORDERS);
        setTimeout(() => response.destroy(), 20);
      },
    ],
  ])("%s, and the other documents are pulled", async (_, respond) => {
    const billing = await publisher(BILLING);
    const orders: { respond: RequestListener } = { respond: (_request, response) => void response.end(ORDERS) };
    const { url } = await serve((request, response) => orders.respond(request, response));
    const root = await workspace({ orders: url, billing: billing.url });
    await run(root, ["orders"]);
    const before = await pulledFiles(root);
    orders.respond = respond;
    for (const flags of [["--check"], []]) {
      const { code, err } = await run(root, flags);
      expect({ code, err: err.at(-1) }).toEqual({
        code: 2,
        err: expect.stringContaining(`codegen: orders: ${url}/: `),
      });
    }
    expect(await pulledFiles(root)).toEqual({
      ...before,
      "billing.json": BILLING,
      "billing.source.json": expect.any(String),
    });
  });

  it("by a variable that is not set, before anything is sent", async () => {
    const { url, received } = await publisher();
    const root = await workspace({ orders: { url, headers: { Authorization: "Bearer env:API_DOCS_TOKEN" } } });
    expect(await run(root)).toEqual({
      code: 2,
      out: [],
      err: ["codegen: orders: headers.Authorization: the environment variable API_DOCS_TOKEN is not set"],
    });
    expect(received).toEqual([]);
    expect(await run(root, [], { API_DOCS_TOKEN: "hunter2" })).toMatchObject({ code: 0 });
    expect(received[0]?.headers.authorization).toBe("Bearer hunter2");
    expect(JSON.stringify(await pulledFiles(root))).not.toContain("hunter2");
  });

  it("where a folder is in the place of a file", async () => {
    const { url } = await publisher();
    const root = await workspace({ orders: { url, path: "specs/orders.yaml" } });
    await mkdir(join(root, "specs/orders.yaml"), { recursive: true });
    expect((await run(root)).err).toEqual([
      expect.stringMatching(/specs\/orders\.yaml: expected a file, found a folder/),
    ]);
    expect(await readdir(join(root, "specs"))).toEqual(["orders.yaml"]);
  });
});

describe("behind the proxy of a company, under a certificate of its own", () => {
  const insights = "https://insights.test/a?b";

  /** In a process of its own: Node reads NODE_EXTRA_CA_CERTS as it starts. */
  async function command(env: NodeJS.ProcessEnv, url = insights) {
    const root = await workspace({ orders: { url, headers: { Authorization: "env:TOKEN" } } });
    const bin = join(import.meta.dirname, "../bin.ts");
    const { code, said } = (await runCommand([process.execPath, bin, "pull"], {
      cwd: root,
      env: { PATH: process.env.PATH, TOKEN: "hunter2", NODE_NO_WARNINGS: "1", ...env },
      show: false,
    })) ?? { code: undefined, said: "" };
    expect(said).not.toContain("hunter2");
    return { code, said, files: await pulledFiles(root) };
  }

  it.each<[NodeJS.ProcessEnv]>([[{ HTTP_PROXY: "none" }], [{ NODE_USE_ENV_PROXY: "1" }]])(
    "a document is fetched through a tunnel, which hides its headers, with %j",
    async (env) => {
      const received: (string | undefined)[] = [];
      const { asked, url } = await serveBehindProxy((request, response) => {
        received.push(`${request.url} ${request.headers.authorization}`);
        response.end(ORDERS);
      });
      const trust = { NODE_EXTRA_CA_CERTS: tlsFile("certificate.pem") };
      const { code, files } = await command({ HTTPS_PROXY: url, ...trust, ...env });
      expect({ code, document: files["orders.yaml"] }).toEqual({ code: 0, document: ORDERS });
      expect(asked).toEqual([`insights.test:443 Basic ${btoa("me:hunter2")}`]);
      expect(received).toEqual(["/a?b hunter2"]);
    },
  );

  it("this machine is called directly, even by a Node that is told to use a proxy", async () => {
    const { asked, url } = await serveBehindProxy(() => {});
    const own = await publisher();
    const env = { HTTP_PROXY: url, HTTPS_PROXY: url, NODE_USE_ENV_PROXY: "1" };
    expect(await command(env, own.url)).toMatchObject({ code: 0 });
    expect(asked).toEqual([]);
  });

  it("an unknown certificate is refused, with what to do", async () => {
    const { url } = await serveBehindProxy((_, response) => void response.end(ORDERS));
    const { code, said, files } = await command({ HTTPS_PROXY: url });
    expect({ code, files }).toEqual({ code: 2, files: {} });
    expect(said).toMatch(
      /the server's certificate is not trusted \(.*name the file of its certificate in NODE_EXTRA_CA_CERTS/,
    );
  });
});

describe("a wrong call", () => {
  it.each<[string, object, readonly string[], RegExp]>([
    ["without URLs", { orders: "openapi/orders.yaml" }, [], /^codegen: no document has a URL; set one in earmark/],
    [
      "with a wrong name",
      { orders: "https://a.test" },
      ["order"],
      /no document order with a URL; did you mean orders\?/,
    ],
    ["with a file", { orders: "https://a.test", b: "b.yaml" }, ["b"], /no document b with a URL; there are orders/],
    ["with a wrong flag", { orders: "https://a.test" }, ["--force"], /force/],
    ["over http:", { orders: "http://a.test" }, [], /documents\.orders: expected the path or the https URL/],
    [
      "with user and password",
      { orders: "https://me:hunter2@a.test" },
      [],
      /orders: https:\/\/a\.test\/: expected a URL without user/,
    ],
  ])("%s exits with 2 and one clear line", async (_, documents, args, line) => {
    const root = await workspace(documents, { "openapi/orders.yaml": ORDERS, "b.yaml": ORDERS });
    expect(await codegen(root, "pull", ...args)).toEqual({ code: 2, out: [], err: [expect.stringMatching(line)] });
  });

  it("is helped by what a document may take", async () => {
    const { out } = await codegen(await tempFolder(), "pull", "--help");
    const { bytes, seconds, redirects } = LIMITS;
    expect(out.join("\n")).toContain(`${bytes / 2 ** 20} MiB, ${seconds} seconds and ${redirects} redirects`);
  });
});
