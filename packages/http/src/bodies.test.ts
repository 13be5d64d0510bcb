import type { Issue } from "@earmark/validation";
import { report } from "@earmark/validation/runtime";
import { describe, expect, it } from "vitest";
import { anyCodec, binaryCodec, jsonCodec } from "./body-codec.ts";
import { EncodeError } from "./encode-error.ts";
import { formCodec, styledFormCodec } from "./form.ts";
import { chooseMediaType } from "./full-wire.ts";
import { bindOperation } from "./testing/client-parts.ts";
import { failure } from "./testing/definition.ts";
import { fullClient, posting } from "./testing/full-definition.ts";
import { json, serve, type TestServer, text } from "./testing/serve.ts";

const done = text(204, "");
const bytes = new Uint8Array([0, 255, 128, 13, 10, 45, 45]);

/** The form as a parser that is not ours reads it. */
function formOf({ received }: TestServer, index = 0): Promise<FormData> {
  const { bytes: sent = null, headers } = received[index] ?? {};
  return new Response(sent, { headers: { "content-type": headers?.["content-type"] ?? "" } }).formData();
}

describe("multipart", () => {
  const fields = {
    photo: { type: "file", contentType: "image/png, image/jpeg" },
    notes: { type: "array", items: "string" },
    meta: { type: "object" },
    table: { type: "string", contentType: "text/csv" },
    size: { type: "object", style: "form" },
    range: { type: "object", style: "deepObject" },
    tags: { type: "array", items: "string", explode: false },
    scans: { type: "array", items: "file", explode: false },
  } as const;
  const operation = posting({ "multipart/form-data": { fields } });

  it("brings files, lists, objects and text there", async () => {
    const server = await serve(done);
    await fullClient(operation, { baseUrl: server.url }).call({
      photo: new File([bytes], 'a "b" é.png', { type: "image/png" }),
      raw: bytes,
      notes: ["a", "é"],
      meta: { a: [1, { b: null }] },
      table: "a,b",
      count: 3,
      absent: undefined,
    });
    const form = await formOf(server);
    const photo = form.get("photo") as File;
    expect([photo.name, photo.type]).toEqual(['a "b" é.png', "image/png"]);
    expect(new Uint8Array(await photo.arrayBuffer())).toEqual(bytes);
    expect(new Uint8Array(await (form.get("raw") as File).arrayBuffer())).toEqual(bytes);
    expect(form.getAll("notes")).toEqual(["a", "é"]);
    expect(JSON.parse(`${form.get("meta")}`)).toEqual({ a: [1, { b: null }] });
    expect(form.get("table")).toBe("a,b");
    expect(form.get("count")).toBe("3");
    expect(form.has("absent")).toBe(false);
  });

  it("gives a file name to files, and to nothing else", async () => {
    const server = await serve(done);
    await fullClient(operation, { baseUrl: server.url }).call({
      photo: new File([], 'a"\r\nb.png', { type: "image/png" }),
      raw: bytes,
      meta: { a: 1 },
      table: "a,b",
      'quo"ted\r\nname': "--x\r\ny\nz",
      range: { from: 1 },
    });
    const [{ body, headers } = { body: "", headers: {} }] = server.received;
    const [, boundary = ""] = /boundary=(.+)$/.exec(headers["content-type"] ?? "") ?? [];
    expect(headers["content-length"]).toBe(`${server.received[0]?.bytes.length}`);
    const parts = body.split(`--${boundary}`).map((part) => part.split("\r\n\r\n", 2));
    const heads = parts.map(([head]) => head?.trim().replaceAll("\r\n", " "));
    expect(heads.slice(1, -1)).toEqual([
      'Content-Disposition: form-data; name="photo"; filename="a%22%0D%0Ab.png" Content-Type: image/png',
      'Content-Disposition: form-data; name="raw"; filename="blob" Content-Type: application/octet-stream',
      'Content-Disposition: form-data; name="meta" Content-Type: application/json',
      'Content-Disposition: form-data; name="table" Content-Type: text/csv',
      'Content-Disposition: form-data; name="quo%22ted%0D%0Aname"',
      'Content-Disposition: form-data; name="range[from]"',
    ]);
    expect(heads.at(-1)).toBe("--");
    expect(parts[5]?.[1]).toBe("--x\r\ny\nz\r\n");
  });

  it("gives a file its name where a File says that it is a Blob, as in Bun", async () => {
    const server = await serve(done);
    const photo = new File(["x"], "a.png", { type: "image/png" });
    Object.defineProperty(photo, Symbol.toStringTag, { value: "Blob" });
    await fullClient(operation, { baseUrl: server.url }).call({ photo });
    expect((await formOf(server)).get("photo")).toMatchObject({ name: "a.png", type: "image/png" });
  });

  it("has a boundary of its own each time, which no content can know", async () => {
    const server = await serve(done);
    const { call } = fullClient(operation, { baseUrl: server.url });
    for (const note of ["a", "b"]) await call({ note });
    const types = server.received.map(({ headers }) => headers["content-type"]);
    expect(new Set(types).size).toBe(2);
  });

  it("writes parts in the styles of the document", async () => {
    const server = await serve(done);
    await fullClient(operation, { baseUrl: server.url }).call({
      size: { width: 1, "é &": "+ %" },
      range: { from: 1, to: 2 },
      tags: ["a b", "c+d"],
      scans: [new Blob(["1"]), new Blob(["2"])],
    });
    const parts = [...(await formOf(server))].map(([name, part]) => [name, typeof part === "string" ? part : "file"]);
    expect(parts).toEqual([
      ["width", "1"],
      ["é &", "+ %"],
      ["range[from]", "1"],
      ["range[to]", "2"],
      ["tags", "a b,c+d"],
      ["scans", "file"],
      ["scans", "file"],
    ]);
  });

  it("is sent again, whole, when it is repeated", async () => {
    const server = await serve(json(503, {}), json(503, {}), done);
    await fullClient(operation, { baseUrl: server.url }).call({ raw: bytes });
    for (const index of [0, 1, 2]) {
      const raw = (await formOf(server, index)).get("raw") as File;
      expect(new Uint8Array(await raw.arrayBuffer())).toEqual(bytes);
    }
  });

  it.each<[string, Record<string, unknown>, string]>([
    ["a file of another type", { photo: new Blob([], { type: "text/html" }) }, "photo"],
    ["half of a surrogate pair", { note: "\ud800" }, "note"],
    ["a date", { when: new Date(0) }, "when"],
  ])("refuses %s", async (_, body, name) => {
    const error = await failure(() => fullClient(operation, {}).call(body));
    expect(error).toMatchObject({ name: "RequestValidationError", issues: [{ path: [name] }] });
  });
});

describe("bodies", () => {
  it.each<[string, unknown, string, Uint8Array]>([
    ["application/octet-stream", bytes, "application/octet-stream", bytes],
    ["application/octet-stream", bytes.buffer, "application/octet-stream", bytes],
    ["application/pdf", new Blob([bytes]), "application/pdf", bytes],
    ["image/*", new Blob([bytes], { type: "image/webp" }), "image/webp", bytes],
    ["*/*", new DataView(bytes.buffer, 1, 2), "application/octet-stream", bytes.slice(1, 3)],
    ["text/plain", "é\n", "text/plain", new TextEncoder().encode("é\n")],
    ["text/csv; charset=utf-8", "a,b", "text/csv; charset=utf-8", new TextEncoder().encode("a,b")],
    [
      "application/json; charset=utf-8",
      { a: "é" },
      "application/json; charset=utf-8",
      new TextEncoder().encode('{"a":"é"}'),
    ],
    ["application/vnd.thing+json", [1], "application/vnd.thing+json", new TextEncoder().encode("[1]")],
  ])("of type %s arrive to the byte, again after a failure", async (type, body, header, want) => {
    const server = await serve(json(503, {}), done);
    await fullClient(posting({ [type]: {} }), { baseUrl: server.url }).call(body);
    for (const one of server.received) {
      expect(one.headers["content-type"]).toBe(header);
      expect(one.bytes).toEqual(want);
    }
    expect(server.received).toHaveLength(2);
  });

  it("as forms follow their encoding", async () => {
    const server = await serve(done);
    const fields = {
      address: { type: "object" },
      filter: { type: "object", style: "deepObject", explode: true },
      tags: { type: "array", items: "string", style: "pipeDelimited", explode: false },
      list: { type: "array", items: "integer", explode: false },
      each: { type: "array", items: "string" },
    } as const;
    const operation = posting({ "application/x-www-form-urlencoded": { fields } });
    await fullClient(operation, { baseUrl: server.url }).call({
      address: { street: "a b+c" },
      filter: { from: "x&y", to: 2 },
      tags: ["a", "b"],
      list: [1, 2],
      each: ["é", "+"],
      plain: true,
    });
    const form = new URLSearchParams(server.received[0]?.body);
    expect([...form]).toEqual([
      ["address", '{"street":"a b+c"}'],
      ["filter[from]", "x&y"],
      ["filter[to]", "2"],
      ["tags", "a|b"],
      ["list", "1,2"],
      ["each", "é"],
      ["each", "+"],
      ["plain", "true"],
    ]);
  });

  it("as forms whose fields need no style are written as without the codec that knows styles", () => {
    const plain = { fields: { tags: { type: "array", explode: false }, note: { type: "string" } } } as const;
    const value = { tags: ["a", "b"], note: "(a)* ~'!", other: [1, 2], nothing: undefined };
    const written = formCodec.encode(value, plain);
    expect(styledFormCodec.encode(value, plain)).toBe(written);
    expect(() => styledFormCodec.encode({ tags: ["a,b"] }, plain)).toThrow(EncodeError);
    const styled = { fields: { ...plain.fields, range: { type: "object", style: "deepObject" } } } as const;
    expect(styledFormCodec.encode({ range: { from: 1 }, tags: ["a", "b"] }, styled)).toBe("range%5Bfrom%5D=1&tags=a,b");
  });

  it("as forms refuse what has no form", async () => {
    const operation = posting({ "application/x-www-form-urlencoded": { fields: {} } });
    for (const value of [[["nested"]], new Date(0), "\ud800"]) {
      const error = await failure(() => fullClient(operation, {}).call({ value }));
      expect(error).toMatchObject({ name: "RequestValidationError", issues: [{ path: ["value"] }] });
    }
  });

  it.each([
    ["text/plain", {}],
    ["application/octet-stream", { a: 1 }],
  ])("of type %s refuse what they cannot say", async (type, body) => {
    const error = await failure(() => fullClient(posting({ [type]: {} }), {}).call(body));
    expect(error.name).toBe("RequestValidationError");
  });
});

describe("several media types", () => {
  const operation = posting({
    "application/json; charset=utf-8": { schema: "Thing" },
    "text/plain": { schema: "Words" },
    "image/*": {},
    "multipart/form-data": {},
  });
  const requests = {
    Thing: (value: unknown) => typeof value === "object",
    Words: (value: unknown, issues?: Parameters<typeof report>[0], path?: Parameters<typeof report>[1]) =>
      typeof value === "string" || !report(issues, path, "type", "string", value),
  };

  it.each<[string | undefined, unknown, RegExp, string]>([
    [undefined, { a: 1 }, /^application\/json; charset=utf-8$/, '{"a":1}'],
    ["application/json", { a: 1 }, /^application\/json$/, '{"a":1}'],
    ["text/plain", "words", /^text\/plain$/, "words"],
    ["image/svg+xml", "<svg/>", /^image\/svg\+xml$/, "<svg/>"],
    ["multipart/form-data", { a: "1" }, /^multipart\/form-data; ?boundary=/, 'name="a"'],
  ])("are chosen between: %s", async (contentType, body, header, sent) => {
    const server = await serve(done);
    const client = fullClient(operation, { baseUrl: server.url }, { requests });
    await client.call(body, { contentType });
    expect(server.received[0]?.headers["content-type"]).toMatch(header);
    expect(server.received[0]?.body).toContain(sent);

    // The types of the raw client know no paths of this document.
    const raw = client.raw as unknown as { POST(path: string, init: object): Promise<unknown> };
    await raw.POST("/v1/things", { body, ...(contentType && { headers: { "content-type": contentType } }) });
    expect(server.received[1]?.headers["content-type"]).toMatch(header);
    expect(server.received[1]?.body).toContain(sent);
  });

  it("are validated by the schema of the one that is sent", async () => {
    const client = fullClient(operation, {}, { requests });
    const error = await failure(() => client.call(7, { contentType: "text/plain" }));
    expect(error).toMatchObject({ name: "RequestValidationError", issues: [{ path: [], code: "type" }] });
  });

  it("are listed where another one is asked for", async () => {
    const client = fullClient(operation, {}, { requests });
    const error = await failure(() => client.call({}, { contentType: "application/xml" }));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toBe(
      "Post: contentType must be application/json; charset=utf-8, text/plain, image/*, multipart/form-data, received application/xml.",
    );
    expect((await failure(() => client.call({}, { contentType: "image/*" }))).message).toMatch(/received image\/\*\.$/);
    expect((await failure(() => client.call(undefined, { contentType: "constructor" }))).name).toBe("TypeError");
  });
});

describe("a body of any media type", () => {
  const range = posting({ "*/*": { schema: "Thing" } });

  it.each<[string, unknown, string, string]>([
    ["an object", { a: 1 }, "application/json", '{"a":1}'],
    ["a list", [1], "application/json", "[1]"],
    ["a text", "a", "application/octet-stream", "a"],
    ["bytes", new Blob(["a"], { type: "image/png" }), "image/png", "a"],
    ["bytes of no type", new Blob(["a"]), "application/octet-stream", "a"],
    ["a buffer", new Uint8Array([97]).buffer, "application/octet-stream", "a"],
    ["a view of a buffer", new Uint8Array([97]), "application/octet-stream", "a"],
  ])("that a schema describes may be %s", async (_what, body, type, sent) => {
    const server = await serve(done);
    await fullClient(range, { baseUrl: server.url }, { codecs: { "*/*": anyCodec } }).call(body);
    expect([server.received[0]?.headers["content-type"], server.received[0]?.body]).toEqual([type, sent]);
  });
});

describe("a body of a range with a suffix", () => {
  const json = posting({ "application/*+json": { schema: "Thing" } });
  const codecs = { "application/*+json": jsonCodec };

  it.each([
    [undefined, "application/x.any+json"],
    ["application/vnd.x+json", "application/vnd.x+json"],
    ["Application/Vnd.X+JSON; v=1", "Application/Vnd.X+JSON; v=1"],
  ])("is sent as a type within it: %s", async (contentType, sent) => {
    const server = await serve(done);
    await fullClient(json, { baseUrl: server.url }, { codecs }).call({ a: 1 }, { contentType });
    expect([server.received[0]?.headers["content-type"], server.received[0]?.body]).toEqual([sent, '{"a":1}']);
  });

  it.each(["application/*+json", "application/json", "application/vnd.x+xml", "text/x+json", "application/x/y+json"])(
    "is not sent as %s, which is no type within it",
    async (contentType) => {
      const { call } = fullClient(json, {}, { codecs });
      await expect(call({}, { contentType })).rejects.toThrow(`must be application/*+json, received ${contentType}.`);
    },
  );

  it.each([
    [["application/json", "application/*+json", "application/*"], "application/vnd.x+json", "application/*+json"],
    [["*/*", "application/*", "application/*+json"], "application/vnd.x+json", "application/*+json"],
    [["application/*+json", "application/vnd.x+json"], "application/vnd.x+json; v=1", "application/vnd.x+json"],
    [["application/*+json", "*/*"], "application/json", "*/*"],
  ])("is told from other types: %j", async (types, contentType, chosen) => {
    const operation = posting(Object.fromEntries(types.map((type) => [type, {}])));
    expect(chooseMediaType(bindOperation(operation), {}, contentType).declared).toBe(chosen);
  });
});

it.each([
  ["text/*", "words", "text/plain"],
  ["application/*", "bytes", "application/octet-stream"],
  ["application/*+xml", "<a/>", "application/x.any+xml"],
])("a body of %s is sent as the plainest type within it", async (range, body, type) => {
  const server = await serve(done);
  const definition = { codecs: { [range]: binaryCodec } };
  await fullClient(posting({ [range]: {} }), { baseUrl: server.url }, definition).call(body);
  expect(server.received[0]?.headers["content-type"]).toBe(type);
});

it("a body of any media type that no schema describes is bytes, also where a client has other such bodies", async () => {
  const { call } = fullClient(posting({ "*/*": {} }), {}, { codecs: { "*/*": anyCodec } });
  await expect(call({ a: 1 }, { contentType: "a/b" })).rejects.toThrow("body must be of type Blob, buffer or string");
});

/** Schemas that nothing matches. */
const requests = { Thing: (_value: unknown, issues?: Issue[]) => !report(issues, [], "type", "nothing") };

it.each([
  "application/json",
  "application/merge-patch+json; v=1",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "text/plain",
  "text/xml",
  "*/*",
  "application/*",
])("a body of %s is held to the schema that the table names for it, and to none if it names none", async (type) => {
  const server = await serve(done);
  const of = (media: object) => fullClient(posting({ [type]: media }), { baseUrl: server.url }, { requests });
  await expect(of({ schema: "Thing" }).call({ a: "b" })).rejects.toThrow("must be of type nothing");
  await of({}).call(type.includes("form") ? { a: "b" } : "a");
  expect(server.received).toHaveLength(1);
});

it.each<[string, string | undefined, unknown, boolean]>([
  ["*/*", "application/json", [1], true],
  ["*/*", "application/merge-patch+json; v=1", [1], true],
  ["application/*+json", "application/vnd.a+json", [1], true],
  ["*/*", undefined, "a", true],
  ["*/*", "text/xml", "<a/>", false],
  ["*/*", "text/csv; header=present", "a,b", false],
  ["application/*", "application/x-ndjson", "1\n2\n", false],
  ["*/*", undefined, new Blob(["<a/>"], { type: "application/xml" }), false],
  ["*/*", undefined, new Blob(["<a/>"]), false],
  ["application/*", undefined, new Uint8Array([1]), false],
])(
  "of the range %s, a body is held to the schema if it is JSON or says nothing: %s",
  async (range, contentType, body, isHeld) => {
    const server = await serve(done);
    const definition = { requests, codecs: { [range]: binaryCodec } };
    const client = fullClient(posting({ [range]: { schema: "Thing" } }), { baseUrl: server.url }, definition);
    const call = client.call(body, { contentType });
    await (isHeld ? expect(call).rejects.toThrow("must be of type nothing") : call);
    expect(server.received).toHaveLength(isHeld ? 0 : 1);
  },
);
