import { describe, expect, it, onTestFinished } from "vitest";
import { createSandbox } from "./index.ts";
import { listen } from "./node.ts";
import { exchange, lastBody } from "./testing/exchange.ts";
import { basic, path } from "./testing/fixtures.ts";

const form = "application/x-www-form-urlencoded";

/** An update as a client of the provider puts it on the wire, after the request line and before `Connection: close`. */
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
  ["Node, of a score that is taken back", [`Content-Type: ${form}`], "CallScore=", { call_score: null }],
  [
    "Python",
    ["accept: application/json", `content-type: ${form}`],
    "Spam=True&Comment=%C3%A9",
    { spam: true, comment: "é" },
  ],
  [
    "Ruby, of a score that is taken back",
    ["Accept-Charset: utf-8", `Content-Type: ${form}`],
    "CallScore&Spam=false",
    { spam: false },
  ],
  [
    "PHP",
    [`Content-Type: ${form}`, "Accept: application/json"],
    "Comment=a+b%7Ec&Spam=False",
    { comment: "a b~c", spam: false },
  ],
  [
    "Java",
    ["Accept-Encoding: utf-8", `Content-Type: ${form}; charset=UTF-8`, "Upgrade: TLS/1.2"],
    "CallScore=3",
    { call_score: 3 },
  ],
  ["C#", [`Content-Type: ${form}`, "Expect: 100-continue", "Accept-Encoding: utf-8"], "CallScore=3", { call_score: 3 }],
  ["Go, of nothing", ["Accept-Encoding: gzip", `Content-Type: ${form}`], "", { call_score: null }],
  ["curl", ["Accept: */*", `Content-Type: ${form}`], "AnsweredBy=human", { answered_by: "human" }],
];

describe("an update by the client for", () => {
  it.each(peers)("%s", async (_, headers, body, expected) => {
    const { url, close } = await listen(createSandbox());
    onTestFinished(close);
    const length = Buffer.byteLength(body);
    const lines = [
      "Host: a.localhost",
      `Authorization: ${basic()}`,
      ...headers,
      `Content-Length: ${length}`,
      "Connection: close",
    ];
    const received = await exchange(url, `POST ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
    expect(received).toMatch(/^(HTTP\/1.1 100 Continue\r\n\r\n)?HTTP\/1.1 200 OK\r\n/);
    expect(lastBody(received)).toMatchObject(expected);
  });
});
