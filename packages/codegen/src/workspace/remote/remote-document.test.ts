import type { RequestListener, ServerResponse } from "node:http";
import { inspect } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { serve } from "../../testing/serve.ts";
import { documentRequest } from "./document-request.ts";
import { fetchDocument, LIMITS, type Limits, type RemoteDocument, type Validators } from "./remote-document.ts";

const YAML = "openapi: 3.1.0\ninfo: { title: Orders, version: '1' }\npaths: {}\n";
const JSON_TEXT = JSON.stringify({ openapi: "3.1.0", info: { title: "Orders", version: "1" }, paths: {} });

interface Options {
  readonly headers?: Readonly<Record<string, string>>;
  readonly env?: NodeJS.ProcessEnv;
  readonly known?: Validators;
  readonly limits?: Partial<Limits>;
}

const fetched = async (url: string, { headers = {}, env = {}, known = {}, limits }: Options = {}) =>
  fetchDocument(documentRequest({ url, headers }, env), known, env, { ...LIMITS, ...limits });

const textAt = async (url: string, options?: Options): Promise<string> =>
  ((await fetched(url, options)) as RemoteDocument).text; // nothing is known

/** The message of what it throws, in which there is no secret, and neither is anywhere else in the error. */
async function problem(url: string, options?: Options): Promise<string> {
  const error = await fetched(url, options).then(
    () => expect.fail("it was fetched"),
    (thrown: unknown) => thrown,
  );
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("hunter2");
  expect(error).toMatchObject({ name: "RemoteDocumentError", code: "unavailable" });
  return (error as Error).message; // it has a code
}

function sends(body: string | Buffer, status = 200, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (_, response) => void response.writeHead(status, headers).end(body);
}

function redirect(response: ServerResponse, location: string, status = 302): void {
  response.writeHead(status, { location }).end("moved");
}

describe("a document is fetched", () => {
  it.each([
    ["YAML", YAML, "application/octet-stream"],
    ["YAML that is said to be HTML", YAML, "text/html"],
    ["JSON that is said to be YAML", JSON_TEXT, "application/yaml"],
    ["JSON in several lines", JSON.stringify(JSON.parse(JSON_TEXT), null, 2), "text/plain"],
    ["Swagger 2.0", "swagger: '2.0'\ninfo: { title: A, version: '1' }\npaths: {}\n", "text/yaml"],
    ["with a byte order mark", `\uFEFF${YAML}`, "text/yaml"],
    ["with a byte order mark in JSON", `\uFEFF${JSON_TEXT}`, "application/json"],
    ["with line ends of Windows", YAML.replaceAll("\n", "\r\n"), "text/yaml"],
    ["with a comment before it", `# ours <html>\n${YAML}`, "text/yaml"],
  ])("%s, byte by byte", async (_, text, type) => {
    const { url } = await serve(sends(text, 200, { "content-type": type }));
    expect(await textAt(`${url}/openapi`)).toBe(text);
  });

  it.each([
    ["gzip", gzipSync],
    ["GZIP", gzipSync],
    ["br", brotliCompressSync],
  ])("from the encoding %s", async (encoding, compress) => {
    const server = await serve(sends(compress(YAML), 200, { "content-encoding": encoding }));
    expect(await textAt(server.url)).toBe(YAML);
    expect(server.received[0]?.headers["accept-encoding"]).toBe("gzip, br");
  });

  it("in pieces, a character in two of them", async () => {
    const bytes = Buffer.from(YAML.replace("Orders", "Bestellungen für Käse"));
    const { url } = await serve(async (_, response) => {
      for (const byte of bytes) response.write(Buffer.of(byte));
      response.end();
    });
    expect(await textAt(url)).toBe(bytes.toString());
  });

  it("with what tells its edition", async () => {
    const { url } = await serve(sends(YAML, 200, { etag: 'W/"7"', "last-modified": "Mon, 02 Nov 2026 00:00:00 GMT" }));
    expect(await fetched(url)).toMatchObject({ etag: 'W/"7"', lastModified: "Mon, 02 Nov 2026 00:00:00 GMT" });
  });
});

describe("a document that is known", () => {
  it.each<[string, Validators, Record<string, string>]>([
    ["its ETag", { etag: '"7"', lastModified: "Mon" }, { "if-none-match": '"7"' }],
    ["its date", { lastModified: "Mon" }, { "if-modified-since": "Mon" }],
  ])("is asked for by %s, and unchanged where the server says so", async (_, known, sent) => {
    const server = await serve(sends("", 304));
    expect(await fetched(server.url, { known })).toBe("unchanged");
    const { "if-none-match": etag, "if-modified-since": date } = server.received[0]?.headers ?? {};
    expect({ "if-none-match": etag, "if-modified-since": date }).toEqual({
      "if-none-match": undefined,
      "if-modified-since": undefined,
      ...sent,
    });
  });

  it("is fetched where it has changed", async () => {
    const { url } = await serve(sends(YAML, 200, { etag: '"8"' }));
    expect(await fetched(url, { known: { etag: '"7"' } })).toMatchObject({ etag: '"8"' });
  });

  it("is asked for behind redirects as well", async () => {
    const server = await serve(({ url }, response) =>
      url === "/" ? redirect(response, "/latest") : void response.writeHead(304).end(),
    );
    expect(await fetched(server.url, { known: { etag: '"7"' } })).toBe("unchanged");
    expect(server.received.map(({ headers }) => headers["if-none-match"])).toEqual(['"7"', '"7"']);
  });

  it("is no reason to take a 304 that was not asked for", async () => {
    const { url } = await serve(sends("", 304));
    expect(await problem(url)).toMatch(/expected status 200, received status 304 Not Modified, no content type/);
  });
});

describe("redirects", () => {
  it.each([301, 302, 303, 307, 308])("of status %d are followed, relative ones too", async (status) => {
    const server = await serve(
      ({ url }, response) =>
        url === "/a/b"
          ? redirect(response, "../c?d#e", status)
          : sends(YAML)(server.received[0] as never, response as never), // which it does not ask for its types
    );
    expect(await textAt(`${server.url}/a/b`)).toBe(YAML);
    expect(server.received.map(({ url }) => url)).toEqual(["/a/b", "/c?d"]);
  });

  it("that never end are given up", async () => {
    const { url } = await serve((_, response) => redirect(response, "/again"));
    expect(await problem(url, { limits: { redirects: 3 } })).toBe(
      `${url}/ (redirected to ${url}/again): expected at most 3 redirects, received another`,
    );
  });

  it.each(["", "http://", "file:///etc/passwd", "data:text/yaml,openapi: 3.1.0"])("to %j are refused", async (to) => {
    const { url } = await serve((_, response) => redirect(response, to));
    expect(await problem(url)).toBe(`${url}/: expected a redirect to a URL, received status 302 without one`);
  });

  it("to http: are refused but on this machine, where others could change the document", async () => {
    const { url } = await serve((_, response) => redirect(response, "http://example.com/a?b"));
    expect(await problem(url)).toBe(
      `${url}/: expected https:, received a redirect to http://example.com, where others could change it`,
    );
  });

  it("with user and password do not send them", async () => {
    const server = await serve(({ url }, response) =>
      url === "/" ? redirect(response, `http://me:hunter2@127.0.0.1:${server.port}/b`) : void response.end(YAML),
    );
    expect(await textAt(server.url)).toBe(YAML);
    expect(server.received[1]?.headers.authorization).toBeUndefined();
  });
});

describe("headers of the config", () => {
  const headers = { Authorization: "env:API_DOCS_TOKEN", Accept: "application/vnd.github.raw" };
  const env = { API_DOCS_TOKEN: "Bearer hunter2" };

  it("are sent, with what the environment holds, before our own", async () => {
    const server = await serve(sends(YAML));
    await fetched(server.url, { headers, env });
    expect(server.received[0]?.headers).toMatchObject({
      authorization: "Bearer hunter2",
      accept: "application/vnd.github.raw",
    });
  });

  it("are sent after a redirect within the host", async () => {
    const server = await serve(({ url }, response) =>
      url === "/" ? redirect(response, "/b") : void response.end(YAML),
    );
    await fetched(server.url, { headers, env });
    expect(server.received.map((request) => request.headers.authorization)).toEqual([
      "Bearer hunter2",
      "Bearer hunter2",
    ]);
  });

  it.each(["localhost", "127.0.0.1"])("are not sent to another origin, %s with another port", async (host) => {
    const other = await serve(({ url }, response) =>
      url === "/" ? redirect(response, "/b") : void response.end(YAML),
    );
    const first = await serve((_, response) => redirect(response, `http://${host}:${other.port}/`));
    expect(await textAt(first.url, { headers, env })).toBe(YAML);
    expect(first.received[0]?.headers.authorization).toBe("Bearer hunter2");
    expect(other.received.map((request) => [request.headers.authorization, request.headers.accept])).toEqual(
      Array(2).fill([undefined, "application/yaml, application/json, */*;q=0.5"]),
    );
  });

  it("may have the variable behind a scheme", async () => {
    const server = await serve(sends(YAML));
    await fetched(server.url, { headers: { "PRIVATE-TOKEN": "Bearer env:TOKEN" }, env: { TOKEN: "hunter2\n" } });
    expect(server.received[0]?.headers["private-token"]).toBe("Bearer hunter2");
  });

  it.each([[{}], [{ API_DOCS_TOKEN: "" }]])("without the variable are an error that names it: %j", async (unset) => {
    const server = await serve(sends(YAML));
    expect(await problem(server.url, { headers, env: unset })).toBe(
      "headers.Authorization: the environment variable API_DOCS_TOKEN is not set",
    );
    expect(server.received).toEqual([]);
  });

  it.each([
    [{ "X Token": "env:TOKEN" }, "headers.X Token: expected what HTTP allows in a header, received other from TOKEN"],
    [{ Token: "env:TOKEN" }, "headers.Token: expected what HTTP allows in a header, received other from TOKEN"],
    [{ "X-A": "a\r\nb: c" }, "headers.X-A: expected what HTTP allows in a header, received other"],
  ])("that HTTP does not allow are an error: %j", async (wrong, message) => {
    expect(await problem("http://127.0.0.1", { headers: wrong, env: { TOKEN: "hunter2\nx" } })).toBe(message);
  });
});

describe("a URL", () => {
  it.each(["file:///etc/passwd", "openapi.yaml", "ftp://example.com/a", "", "http://example.com/?token=hunter2"])(
    "that others could read or change is refused: %j",
    async (url) => {
      expect(await problem(url)).toBe("url: expected an https: URL, or http: on this machine, received another");
    },
  );

  it("with user and password is refused", async () => {
    expect(await problem("https://me:hunter2@example.com/a?token=hunter2&b=1")).toMatch(
      /^https:\/\/example.com\/a\?token=…&b=1: expected a URL without user and password, .* `headers: /,
    );
  });
});

describe("what is no document is named, with status, content type and final URL", () => {
  const page = "<!DOCTYPE html>\n<html><head><title>Sign in</title></head></html>";
  const type = { "content-type": "text/html; charset=utf-8" };

  it("a login page behind a redirect", async () => {
    const login = await serve(sends(page, 200, type));
    const { url } = await serve((_, response) => redirect(response, `${login.url}/login?state=hunter2`));
    expect(await problem(`${url}/openapi.yaml?key=hunter2`)).toBe(
      `${url}/openapi.yaml?key=… (redirected to ${login.url}/login): expected a document of OpenAPI or Swagger in YAML or ` +
        "JSON, received an HTML page, most likely one to log in (status 200 OK, content type text/html; charset=utf-8); " +
        'check the URL; where it is not public, set headers in the config, such as Authorization: "env:API_DOCS_TOKEN"',
    );
  });

  it("a login page on a host that the token is not sent to", async () => {
    const login = await serve(sends(page, 200, type));
    const { url } = await serve((_, response) => redirect(response, `${login.url}/login`));
    const options = { headers: { Authorization: "env:TOKEN" }, env: { TOKEN: "hunter2" } };
    expect(await problem(url, options)).toContain(
      `headers of the config are not sent to ${login.url}, to which ${url} redirects`,
    );
  });

  it.each([
    ["HTML that is said to be YAML", page, "application/yaml", "an HTML page"],
    ["HTML without a doctype, behind comments", "\n <!-- a -->\n<html lang=en>", "text/plain", "an HTML page"],
    ["XML", "<?xml version='1.0'?><error/>", "application/xml", "XML or other markup"],
    ["nothing", "", "application/yaml", "nothing"],
    ["an archive", gzipSync(YAML), "application/gzip", "bytes that are not UTF-8"],
    ["UTF-16", Buffer.from(`\uFEFF${YAML.repeat(9)}é`, "utf16le"), "text/yaml", "bytes that are not UTF-8"],
    ["an error in JSON", '{"message": "Log in"}', "application/json", "something else"],
    ["a list", "- openapi: 3.1.0\n", "text/yaml", "something else"],
    ["a sentence", "Service is down for maintenance.", "text/plain", "something else"],
    ["a future version", YAML.replace("3.1.0", "4.0.0"), "text/yaml", "something else"],
    ["broken YAML", `${YAML}]\n`, "text/yaml", "something else"],
    ["JSON that is cut short", JSON_TEXT.slice(0, -9), "application/json", "something else"],
  ])("%s", async (_, body, contentType, what) => {
    const { url } = await serve(sends(body, 200, { "content-type": contentType }));
    expect(await problem(url)).toMatch(
      `${url}/: expected a document of OpenAPI or Swagger in YAML or JSON, received ${what}`,
    );
    expect(await problem(url)).toContain(`(status 200 OK, content type ${contentType})`);
  });

  it("with the place of a mistake", async () => {
    const { url } = await serve(sends(`${YAML}]\n`));
    expect(await problem(`${url}/a.yaml`)).toContain(`\n${url}/a.yaml:4:1 syntax `);
  });

  it.each([
    [401, "Unauthorized"],
    [403, "Forbidden"],
    [404, "Not Found"],
    [500, "Internal Server Error"],
    [204, "No Content"],
  ])("status %d", async (status, reason) => {
    const { url } = await serve(sends(status === 204 ? "" : "Bearer hunter2", status, { "content-type": "text/html" }));
    expect(await problem(url)).toBe(
      `${url}/: expected status 200, received status ${status} ${reason}, content type text/html; check the URL; where ` +
        'it is not public, set headers in the config, such as Authorization: "env:API_DOCS_TOKEN"',
    );
  });

  it("a refusal of what a variable holds", async () => {
    const { url } = await serve(sends("no", 401));
    const options = { headers: { Authorization: "env:TOKEN" }, env: { TOKEN: "hunter2" } };
    expect(await problem(url, options)).toBe(
      `${url}/: expected status 200, received status 401 Unauthorized, no content type; check the URL, and what TOKEN holds`,
    );
  });

  it("a token that the server repeats, without the token", async () => {
    const { url } = await serve((_, response) => redirect(response, "/hunter2"));
    const options = { headers: { Authorization: "env:TOKEN" }, env: { TOKEN: "Bearer hunter2" } };
    expect(await problem(url, options)).toContain(`(redirected to ${url}/[redacted])`);
  });

  it("a document in several files", async () => {
    const { url } = await serve(
      sends(`${YAML}components: { schemas: { A: { $ref: "common.yaml#/A" }, B: { $ref: "./b.yaml" } } }\n`),
    );
    expect(await problem(url)).toMatch(
      /expected a document in one file, received one that refers to common\.yaml, \.\/b\.yaml; pull a bundled edition/,
    );
  });
});

describe("what is fetched is bounded", () => {
  const limits = { bytes: 2 ** 20, seconds: 1 };

  it("in size", async () => {
    const { url } = await serve((_, response) => {
      const line = Buffer.alloc(65_536, "# endless\n");
      const write = (): void => {
        while (response.write(line));
        response.once("drain", write);
      };
      write();
    });
    expect(await problem(url, { limits: { ...limits, seconds: 60 } })).toBe(
      `${url}/: expected at most 1 MiB, received more; pull a smaller document`,
    );
  });

  it.each<[string, number]>([
    ["", 2 ** 21],
    [", in more chunks than one", 2 ** 27],
  ])("in the size of what is compressed%s", async (_, size) => {
    const { url } = await serve(sends(gzipSync(Buffer.alloc(size)), 200, { "content-encoding": "gzip" }));
    expect(await problem(url, { limits })).toMatch(/expected at most 1 MiB, received more/);
  });

  it.each<[string, RequestListener]>([
    ["for a response that never begins", () => {}],
    ["for one that never ends", (_, response) => void response.write(YAML)],
    [
      "for one that comes slowly",
      (_, response) => {
        const timer = setInterval(() => response.write("# a line\n"), 50);
        response.on("close", () => clearInterval(timer));
      },
    ],
  ])("in time, %s", async (_, respond) => {
    const { url } = await serve(respond);
    expect(await problem(url, { limits })).toBe(`${url}/: expected all of it within 1 second`);
  });
});

describe("a response that does not come whole is none", () => {
  it.each<[string, RequestListener, RegExp]>([
    [
      "shorter than it says",
      (_, response) => {
        response.writeHead(200, { "content-length": "1000" }).write(YAML);
        setTimeout(() => response.destroy(), 20);
      },
      /no complete response \(.*(aborted|closed?)/,
    ],
    [
      "without its last chunk",
      (_, response) => {
        response.write(YAML);
        setTimeout(() => response.destroy(), 20);
      },
      /no complete response \(.*(aborted|closed?)/,
    ],
    ["not at all", (request) => request.socket.destroy(), /no complete response \(.*hang up/],
    [
      "compressed, without its end",
      sends(gzipSync(YAML).subarray(0, -9), 200, { "content-encoding": "gzip" }),
      /compressed response is broken or cut short \(.*unexpected end of file/,
    ],
    [
      "compressed by name only",
      sends(YAML, 200, { "content-encoding": "br" }),
      /compressed response is broken or cut short/,
    ],
    ["compressed in another way", sends(YAML, 200, { "content-encoding": "zstd" }), /gzip, br or none, received zstd/],
  ])("%s", async (_, respond, message) => {
    const { url } = await serve(respond);
    expect(await problem(url)).toMatch(message);
  });

  it("where there is no server", async () => {
    expect(await problem("http://127.0.0.1:9")).toBe(
      "http://127.0.0.1:9/: no complete response (connect ECONNREFUSED 127.0.0.1:9)",
    );
  });
});
