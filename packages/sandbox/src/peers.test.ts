import { on } from "node:events";
import { connect } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { createSandbox } from "./index.ts";
import { listen } from "./node.ts";
import { lastBody } from "./testing/exchange.ts";
import { basic, path, update } from "./testing/fixtures.ts";

const form = "application/x-www-form-urlencoded";

/** The score that a call has before, so that it shows whether an update takes it back. */
const SCORE = 5;

/**
 * An update as today's client of the provider puts it on the wire, after the request line, its host and credentials.
 */
const peers: readonly (readonly [client: string, headers: readonly string[], body: string, expected: object])[] = [
  [
    "Node",
    [
      "Accept: application/json",
      `Content-Type: ${form}`,
      "Accept-Charset: utf-8",
      "Accept-Encoding: gzip, compress, deflate, br",
    ],
    "QualityIssues=low_volume%2Cecho&Spam=true&Comment=a%20b~c%2Bd",
    { quality_issues: ["low_volume", "echo"], spam: true, comment: "a b~c+d" },
  ],
  [
    "Node, of a list",
    [`Content-Type: ${form}`],
    "QualityIssues=dtmf&QualityIssues=owa",
    { quality_issues: ["dtmf", "owa"] },
  ],
  ["Node, of a score that is null", [`Content-Type: ${form}`], "CallScore=&Spam=false", { call_score: null }],
  [
    "Python",
    ["accept: application/json", `content-type: ${form}`, "Connection: keep-alive"],
    "Spam=true&Comment=%C3%A9",
    { spam: true, comment: "é", call_score: SCORE },
  ],
  [
    "Ruby, of a score that is null",
    ["Accept-Charset: utf-8", `Content-Type: ${form}`],
    "CallScore&Spam=false",
    { spam: false, call_score: null },
  ],
  [
    "PHP",
    [`Content-Type: ${form}`, "Accept: application/json"],
    "Comment=a+b%7Ec&Spam=false",
    { comment: "a b~c", spam: false },
  ],
  ["PHP, of a score that is null", [`Content-Type: ${form}`], "CallScore=&Spam=true", { spam: true, call_score: null }],
  [
    "Java",
    [
      "Accept-Encoding: gzip, x-gzip, deflate",
      `Content-Type: ${form}; charset=UTF-8`,
      "Upgrade: TLS/1.2",
      "Connection: Upgrade",
    ],
    "CallScore=3",
    { call_score: 3 },
  ],
  ["C#", [`Content-Type: ${form}`, "Expect: 100-continue", "Accept-Encoding: utf-8"], "CallScore=3", { call_score: 3 }],
  ["Go, of nothing", ["Accept-Encoding: gzip", `Content-Type: ${form}`], "", { call_score: SCORE }],
  ["curl", ["Accept: */*", `Content-Type: ${form}`], "AnsweredBy=human", { answered_by: "human" }],
];

describe("an update by the client for", () => {
  it.each(peers)("%s", async (_, headers, body, expected) => {
    const sandbox = createSandbox();
    await update(sandbox, `CallScore=${SCORE}`);
    const { url, close } = await listen(sandbox);
    onTestFinished(close);
    const own = ["Host: a.localhost", `Authorization: ${basic()}`, `Content-Length: ${Buffer.byteLength(body)}`];
    const request = `POST ${path} HTTP/1.1\r\n${[...own, ...headers].join("\r\n")}\r\n\r\n${body}`;
    const socket = connect(Number(new URL(url).port), "127.0.0.1").setEncoding("utf8");
    onTestFinished(() => void socket.destroy());
    // Twice, as the connection must be of use after the first one.
    for (let count = 0; count < 2; count++) {
      let received = "";
      socket.write(request);
      for await (const part of on(socket, "data")) {
        received += part;
        if (received.endsWith("}")) break;
      }
      expect(received).toMatch(/^(HTTP\/1.1 100 Continue\r\n\r\n)?HTTP\/1.1 200 OK\r\n/);
      expect(lastBody(received)).toMatchObject(expected);
    }
  });
});
