import { writeFile } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { filesIn, tempFolder } from "@earmark/testing";
import { describe, expect, it } from "vitest";
import { codegen, type Outcome } from "../testing/run.ts";
import { serve } from "../testing/serve.ts";
import { SWAGGER, TWIN } from "../testing/twins.ts";

/** A folder with the twins, and with what the older of them is upgraded to; and what was said of that. */
async function twins(): Promise<{ readonly folder: string; readonly upgraded: Outcome }> {
  const folder = await tempFolder({ "swagger/api.yaml": SWAGGER, "twin/api.yaml": TWIN, "upgraded/api.yaml": "" });
  const upgraded = await codegen(folder, "upgrade", "swagger/api.yaml");
  await writeFile(join(folder, "upgraded/api.yaml"), upgraded.out.join("\n"));
  return { folder, upgraded };
}

/** The folder that is generated from one of them. */
async function generated(folder: string, edition: string): Promise<string> {
  await codegen(folder, "generate", "--spec", `${edition}/api.yaml`, "--out", `${edition}/out`);
  return join(folder, edition, "out");
}

describe("a document of Swagger 2.0", () => {
  it.each(["twin", "upgraded"])("generates what the %s of OpenAPI 3 does, byte by byte", async (edition) => {
    const { folder } = await twins();
    const files = await filesIn(await generated(folder, "swagger"));
    expect(Object.keys(files)).toContain("operations.gen.js");
    expect(files).toEqual(await filesIn(await generated(folder, edition)));
  });

  it.each(["twin", "upgraded"])("does not differ from the %s of OpenAPI 3", async (edition) => {
    const { folder } = await twins();
    for (const files of [
      ["swagger", edition],
      [edition, "swagger"],
    ]) {
      const { out } = await codegen(folder, "diff", ...files.map((name) => `${name}/api.yaml`), "--format", "json");
      expect(JSON.parse(out.join("\n")).changes).toEqual([]);
    }
  });

  it("is printed as one of 3.1, and nothing is said where nothing has to be", async () => {
    const { upgraded } = await twins();
    expect(upgraded).toMatchObject({ code: 0, err: [] });
    expect(upgraded.out.join("\n")).toMatch(/^openapi: 3\.1\.0\n/);
  });
});

/** For every scheme of the documents. */
const CREDENTIALS = { key: "secret", username: "user", password: "secret" };

/** What a client sends that is made of a generated folder. */
async function sentBy(folder: string, method: string, ...args: readonly unknown[]): Promise<object> {
  let received: object = {};
  const { url } = await serve(async (request, response) => {
    const body = await new Response(request as never).text(); // a stream is a body
    const boundary = /boundary=(\S+)/.exec(request.headers["content-type"] ?? "")?.[1];
    const read = (text: string): string => (boundary === undefined ? text : text.replaceAll(boundary, "BOUNDARY"));
    received = {
      method: request.method,
      url: request.url,
      headers: wireHeaders(request.headers, read),
      body: read(body),
    };
    response.writeHead(204).end();
  });
  const { createApiClient } = await import(pathToFileURL(join(folder, "client.gen.js")).href);
  const client = createApiClient({ baseUrl: `${url}/v1`, ...CREDENTIALS });
  await client[method](...args);
  return received;
}

function wireHeaders(headers: IncomingHttpHeaders, read: (text: string) => string): object {
  const { accept, "content-type": type, "x-trace": trace } = headers;
  return { accept, type: type === undefined ? undefined : read(type), trace };
}

describe("a client of it sends", () => {
  const path = { id: "0b3ff8a5-2b1e-4b7e-9d0c-0a8c6c2f9a11", parts: ["tail", "left ear"] };
  const at = "/v1/pets/0b3ff8a5-2b1e-4b7e-9d0c-0a8c6c2f9a11/tail,left%20ear";
  const form = "application/x-www-form-urlencoded";

  it.each<[what: string, method: string, args: readonly unknown[], want: object]>([
    [
      "lists as they are joined",
      "listPets",
      [{ ids: [1, 2], tags: ["a b", "c"], kinds: ["d", "e"], colours: ["f", "g"], limit: 9, "X-Trace": ["h", "i"] }],
      {
        method: "GET",
        url: "/v1/pets?ids=1,2&tags=a%20b&tags=c&kinds=d%7Ce&colours=f%20g&limit=9",
        headers: { accept: "application/json", type: undefined, trace: "h,i" },
        body: "",
      },
    ],
    [
      "a body",
      "addPet",
      [{ kind: "Cat", name: null, lives: 9 }],
      {
        method: "POST",
        url: "/v1/pets",
        headers: { accept: "application/json", type: "application/json", trace: undefined },
        body: '{"kind":"Cat","name":null,"lives":9}',
      },
    ],
    [
      "a form",
      "namePet",
      [path, { name: "Rex & Co", nicknames: ["a", "b"], toys: ["c", "d"] }],
      { method: "PUT", url: at, headers: { type: form }, body: "name=Rex+%26+Co&nicknames=a%2Cb&toys=c&toys=d" },
    ],
    [
      "a form with a file",
      "drawPet",
      [path, { photo: new Blob(["PNG"], { type: "image/png" }), caption: "x" }],
      {
        method: "POST",
        url: at,
        headers: { accept: "image/png", type: "multipart/form-data; boundary=BOUNDARY" },
        body: expect.stringMatching(
          /name="photo"; filename="blob"\r\nContent-Type: image\/png\r\n\r\nPNG\r\n.*name="caption"/s,
        ),
      },
    ],
  ])("%s", async (_, method, args, want) => {
    const { folder } = await twins();
    const swagger = await sentBy(await generated(folder, "swagger"), method, ...args);
    const twin = await sentBy(await generated(folder, "twin"), method, ...args);
    expect(swagger).toMatchObject(want);
    expect(swagger).toEqual(twin);
  });
});
