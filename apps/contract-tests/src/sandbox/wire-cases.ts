import { once } from "node:events";
import { connect, type Socket } from "node:net";
import {
  authorization,
  type Case,
  type ContractOperation,
  expectRefusal,
  FORM,
  type MakeSandbox,
  rightRequest,
  subjectsOf,
  type WireAnswer,
} from "@earmark/contract";
import { createMemoryStore } from "@earmark/sandbox";
import { type Listening, type ListenOptions, listen } from "@earmark/sandbox/node";
import { expect } from "vitest";

/** HTTP/1.1 as no client library would send it, and connections that fail (RFC 9112). */
export function wireCases(operations: readonly ContractOperation[]): readonly Case<MakeSandbox>[] {
  const [subject] = subjectsOf(operations);
  if (subject === undefined) return [];
  const { path } = rightRequest(subject.read);
  return [...malformedCases(path), ...bodyCases(subject.write), ...connectionCases(path)];
}

/** The byte order mark, byte by byte. */
const MARK = "\xef\xbb\xbf";

/** A request as text, with nothing wrong but for what is given. */
function text(start: string, headers: readonly string[] = ["Host: a.localhost"], body = ""): string {
  const lines = [start, `Authorization: ${authorization}`, "Connection: close", ...headers];
  return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

function malformedCases(path: string): readonly Case<MakeSandbox>[] {
  const get = (target: string, ...headers: string[]) =>
    text(`GET ${target} HTTP/1.1`, ["Host: a.localhost", ...headers]);
  const [before = "", after = ""] = path.split(/\/(?=[^/]*\/[^/]*$)/);
  const requests: readonly (readonly [what: string, request: string, status: number, code: number, about: string])[] = [
    ["no HTTP", "hello\r\n\r\n", 400, 20001, "HTTP"],
    ["another version of HTTP", text(`GET ${path} HTTP/9.9`), 400, 20001, "HTTP"],
    ["a header without a name", get(path, ": a"), 400, 20001, "HTTP"],
    ["headers of more than 16 KiB", get(path, `A: ${"a".repeat(17_000)}`), 431, 20431, "headers"],
    ["a URL of more than 16 KiB", get(`${path}?${"a".repeat(17_000)}`), 431, 20431, "headers"],
    ["no Host", text(`GET ${path} HTTP/1.1`, []), 400, 20001, "Host"],
    ["two Hosts", get(path, "Host: b.example"), 400, 20001, "Host"],
    ["a Host that is none", text(`GET ${path} HTTP/1.1`, ["Host: a/b"]), 400, 20001, "Host"],
    ["a Host that another machine has", text(`GET ${path} HTTP/1.1`, ["Host: b.example"]), 421, 20421, "b.example"],
    ["an absolute URL with a user", get(`http://user@a.localhost${path}`), 400, 20001, "user"],
    ["a URL with a backslash", get(`${before}\\${after}`), 400, 20001, "URL"],
    ["a URL with raw bytes", get(`${path}?\u00e9`), 400, 20001, "HTTP"],
    ["dot segments", get(`${before}/x/../${after}`), 404, 20404, ".."],
    ["encoded dot segments", get(`${before}/%2e/${after}`), 404, 20404, "%2e"],
    ["a path that is not UTF-8", get(path.replace(/[^/]+(?=\/[^/]*$)/, "%ff")), 400, 20001, "path"],
    ["no path at all", get("*"), 404, 20404, "*"],
    ["CONNECT", text("CONNECT a.example:80 HTTP/1.1"), 400, 20001, "HTTP"],
    ["TRACE", text(`TRACE ${path} HTTP/1.1`), 405, 20004, "GET"],
    ["credentials twice", get(path, `Authorization: ${authorization}`), 401, 20003, "Authenticate"],
  ];
  const refused = requests.map(
    ([what, request, status, code, about]): Case<MakeSandbox> => ({
      name: `${what} is answered as every other error`,
      check: (make) =>
        serving(make, {}, async ({ url }) => {
          const answer = answerOf(await exchange(url, request));
          expectRefusal(answer, status, code, about);
          expect(answer.headers["twilio-request-id"]).toMatch(/^RQ[0-9a-f]{32}$/);
        }),
    }),
  );
  const taken: readonly (readonly [what: string, request: string, origin: string | undefined])[] = [
    ["a Host with a port", text(`GET ${path} HTTP/1.1`, ["Host: a.localhost:81"]), "http://a.localhost:81"],
    ["an absolute URL", get(`http://b.localhost:82${path}`), "http://b.localhost:82"],
    ["HTTP/1.0 without a Host", text(`GET ${path} HTTP/1.0`, []), undefined],
    ["thousands of headers", get(path, ...Array.from({ length: 2_500 }, () => "a:")), "http://a.localhost"],
    ["headers of almost 16 KiB", get(path, `A: ${"a".repeat(15_000)}`), "http://a.localhost"],
  ];
  return [
    ...refused,
    ...taken.map(
      ([what, request, origin]): Case<MakeSandbox> => ({
        name: `${what} is taken, and the address is the one that was asked`,
        check: (make) =>
          serving(make, {}, async ({ url }) => {
            const { status, body } = answerOf(await exchange(url, request));
            expect(isWell(status)).toBe(true);
            expect(JSON.parse(body)).toMatchObject({ url: (origin ?? url) + path });
          }),
      }),
    ),
  ];
}

/** Bodies that are too large, of unknown length, or waited for. */
function bodyCases(write: ContractOperation): readonly Case<MakeSandbox>[] {
  const { method, path } = rightRequest(write);
  const post = (headers: readonly string[], body = "") =>
    text(`${method} ${path} HTTP/1.1`, ["Host: a.localhost", `Content-Type: ${FORM}`, ...headers], body);
  const large = "Content-Length: 99999999";
  const chunk = `10000\r\n${"a".repeat(0x10000)}\r\n`;
  const refused: readonly (readonly [what: string, request: string, status: number, code: number, about: string])[] = [
    ["is announced to be too large", post([large]), 413, 20413, "65536"],
    ["is announced to be too large, after 100 Continue", post([large, "Expect: 100-continue"]), 413, 20413, "65536"],
    ["turns out to be too large", post(["Transfer-Encoding: chunked"], chunk + chunk), 413, 20413, "65536"],
    ["is for nobody to read", post([large]).replace(path, "/nowhere"), 404, 20404, "/nowhere"],
    ["has two lengths", post(["Content-Length: 1", "Content-Length: 2"], "a"), 400, 20001, "HTTP"],
    ["is not UTF-8", post(["Content-Length: 10"], "Unlisted=\xff"), 400, 20001, "UTF-8"],
    // A character like any other, as it is in every form.
    ["has a byte order mark", post(["Content-Length: 13"], `${MARK}Unlisted=1`), 400, 20001, `${MARK}Unlisted`],
    ["is not chunked as it says", post(["Transfer-Encoding: chunked"], "zz\r\n"), 400, 20001, "HTTP"],
  ];
  const taken = [
    post(["Transfer-Encoding: chunked"], "8\r\nUnlisted\r\n2\r\n=1\r\n0\r\n\r\n"),
    post(["Content-Length: 10"], "Unlisted=1"),
  ];
  return [
    ...refused.map(
      ([what, request, status, code, about]): Case<MakeSandbox> => ({
        name: `a body is refused that ${what}`,
        check: (make) =>
          serving(make, {}, async ({ url }) =>
            expectRefusal(answerOf(await exchange(url, request)), status, code, about),
          ),
      }),
    ),
    {
      name: "a body is read in chunks, and after 100 Continue",
      check: (make) =>
        serving(make, {}, async ({ url }) => {
          for (const request of taken) {
            expectRefusal(answerOf(await exchange(url, request)), 400, 20001, "Unlisted");
          }
          const waiting = post(["Content-Length: 10", "Expect: 100-continue"]);
          const received = await exchange(url, waiting, async (socket) => {
            await once(socket, "data");
            socket.write("Unlisted=1");
          });
          expect(received).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\n/);
          expectRefusal(answerOf(received.slice(received.indexOf("\r\n\r\n") + 4)), 400, 20001, "Unlisted");
        }),
    },
  ];
}

function connectionCases(path: string): readonly Case<MakeSandbox>[] {
  const get = { headers: { authorization } };
  return [
    {
      name: "a port is open to this machine alone, unless asked for otherwise",
      check: async (make) => {
        await serving(make, {}, async ({ url }) => expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/));
        await expect(listen(make(), { host: "" })).rejects.toThrow(TypeError);
      },
    },
    {
      name: "faults of the connection are such on a port as well",
      check: (make) =>
        serving(
          make,
          {
            faults: [
              { reset: true, requests: 1 },
              { body: "truncated", requests: 2 },
            ],
          },
          async ({ url }) => {
            const reset = fetch(url + path, get);
            await expect(reset).rejects.toMatchObject({ name: "TypeError", cause: { code: "ECONNRESET" } });
            const half = await fetch(url + path, get);
            expect(half.ok).toBe(true);
            await expect(half.text()).rejects.toThrow("terminated");
            expect((await fetch(url + path, get)).ok).toBe(true);
          },
        ),
    },
    {
      name: "a connection serves one request after another, refused or not",
      check: (make) =>
        serving(make, {}, async ({ url }) => {
          const kept = (request: string) => request.replace("Connection: close\r\n", "");
          const first = kept(text(`GET ${path} HTTP/1.1`));
          const second = kept(text("GET /nowhere HTTP/1.1"));
          const received = await exchange(url, first + second + text(`GET ${path} HTTP/1.1`));
          const statuses = received.match(/(?<=HTTP\/1.1 )\d+/g) ?? [];
          expect(statuses.map((status) => (isWell(Number(status)) ? "well" : status))).toEqual(["well", "404", "well"]);
        }),
    },
    {
      name: "closing a port waits for what is under way, and lets nobody in any more",
      check: async (make) => {
        const asked = Promise.withResolvers<void>();
        const held = Promise.withResolvers<undefined>();
        const store = {
          ...createMemoryStore(),
          read: () => {
            asked.resolve();
            return held.promise;
          },
        };
        const { url, close } = await listen(make({ store }));
        const answer = fetch(url + path, get);
        await asked.promise;
        const closed = close();
        await expect(fetch(url + path, get)).rejects.toThrow(TypeError);
        held.resolve(undefined);
        expect((await answer).ok).toBe(true);
        await closed;
      },
    },
    {
      name: "a client that is too slow is told so",
      check: (make) =>
        serving(make, { headersTimeout: 20, requestTimeout: 20 }, async ({ url }) =>
          expectRefusal(answerOf(await exchange(url, `GET ${path} HTTP/1.1\r\n`)), 408, 20408, "too long"),
        ),
    },
  ];
}

function isWell(status: number): boolean {
  return status >= 200 && status < 300;
}

type Options = ListenOptions & NonNullable<Parameters<MakeSandbox>[0]>;

async function serving(make: MakeSandbox, options: Options, use: (server: Listening) => Promise<void>): Promise<void> {
  const { onError: _, ...both } = options;
  const server = await listen(make(both), both);
  try {
    await use(server);
  } finally {
    await server.close();
  }
}

/** Sends bytes, and returns all that comes back before the connection ends. */
async function exchange(url: string, bytes: string, more?: (socket: Socket) => Promise<void>): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1").setEncoding("latin1");
  let received = "";
  socket.on("data", (part: string) => {
    received += part;
  });
  const ended = once(socket, "end");
  socket.write(bytes, "latin1");
  await more?.(socket);
  await ended;
  socket.destroy();
  return received;
}

/** The first answer in what was received. */
function answerOf(received: string): WireAnswer {
  const [head = "", ...body] = received.split("\r\n\r\n");
  const [start = "", ...lines] = head.split("\r\n");
  const headers = lines
    .map((line) => line.split(/: (.*)/s))
    .map(([name = "", value = ""]) => [name.toLowerCase(), value]);
  return { status: Number(start.split(" ")[1]), headers: Object.fromEntries(headers), body: body.join("\r\n\r\n") };
}
