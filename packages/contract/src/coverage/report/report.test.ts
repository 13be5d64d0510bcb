import { describe, expect, test } from "vitest";
import { DIMENSIONS } from "../coverage-item.ts";
import { measure } from "../measure/measure.ts";
import { type MeasuredItem, share } from "../measure/measurement.ts";
import { hostileDocument, hostileExchanges } from "../testing/hostile.ts";
import { render } from "../testing/render.ts";
import { exchange, probesOf, things } from "../testing/things.ts";
import type { CoverageReport } from "./coverage-report.ts";
import { showExchanges } from "./page/exchanges.ts";
import { renderPage } from "./page/page.ts";
import { textSummary } from "./text-summary.ts";

const exchanges = [
  exchange({ body: "Name=abc&Kind=a", response: { name: "abc", size: 9 } }),
  exchange({ body: "Name=abc&Kind=a", target: "sandbox" }),
  exchange({ body: "Name=abcd", status: 400 }),
  exchange({ body: "Kind=b", status: 418 }),
  exchange({ method: "DELETE", path: "/things/T1?x=1" }),
  exchange({ method: "DELETE" }),
];
const gaps = [{ points: "**/*:absent", reason: "Nothing is ever left out." }];

describe("a report", () => {
  test("is the same, byte for byte, in which order exchanges were recorded", async () => {
    const turned = [...exchanges].reverse();
    expect(await render(things, turned, { gaps })).toEqual(await render(things, exchanges, { gaps }));
  });

  test("adds up", async () => {
    const { report } = await render(things, exchanges, { gaps });
    const sum = (shares: readonly { readonly points: number }[]): number =>
      shares.reduce((all, { points }) => all + points, 0);
    expect(report.dimensions.map(({ name }) => name)).toEqual(DIMENSIONS);
    expect([sum(report.dimensions), sum(report.documents), sum(report.operations)]).toEqual(
      Array(3).fill(report.total.points),
    );
    expect(report.targets.map(({ name, exchanges: count }) => [name, count])).toEqual([
      ["mock", 5],
      ["proxy", 0],
      ["sandbox", 1],
      ["scripted", 0],
    ]);
    expect(report.strangers).toEqual([{ request: "DELETE /things/T1", count: 2 }]);
    const items = report.operations.flatMap((operation) => operation.items);
    const missing = report.gaps.flatMap((gap) => gap.missing);
    expect(missing).toEqual(items.filter(({ gap }) => gap !== undefined).map(({ id }) => id));
    expect(missing.length).toBeGreaterThan(0);
  });

  test.each([
    [2499, 2500, 99.9, "99.9 %"],
    [9999, 10_000, 99.9, "99.9 %"],
    [9489, 10_000, 94.8, "94.8 %"],
    [2, 3, 66.6, "66.6 %"],
    [29, 100, 29, "29 %"],
    [1, 3000, 0, "0 %"],
    [2500, 2500, 100, "100 %"],
    [0, 0, 100, "100 %"],
  ])("rounds %d of %d down, as data, as text and on the page", async (covered, points, percent, shown) => {
    const states = Array.from({ length: points }, (_, index) => (index < covered ? "covered" : "missing"));
    const measured = share(states.map((state) => ({ state }) as MeasuredItem));
    expect(measured).toEqual({ points, covered, percent });
    const { report } = await render(things, exchanges);
    const rounded: CoverageReport = {
      ...report,
      problems: [],
      total: measured,
      documents: [{ name: "test", ...measured }],
      dimensions: [{ name: "operations", ...measured }],
      operations: report.operations.map((operation) => ({ ...operation, ...measured })),
    };
    const percents = (text: string) => [...new Set(text.match(/[\d.]+ %/g))];
    expect(percents(textSummary(rounded, ""))).toEqual([`${percent.toFixed(1)} %`]);
    const page = renderPage(rounded, { examples: new Map(), exchanges: [] });
    expect(page).toContain(`<p class="figure">${shown}`);
    expect(percents(page)).toEqual([shown]);
  });
});

describe("the summary", () => {
  test("has a line for each dimension, and says what is missing and why", async () => {
    const { report } = await render(things, exchanges, { gaps });
    const text = textSummary(report, "coverage/index.html");
    expect(text).toMatch(/^Contract coverage of test\n {2}operations +1 \/ 2 +50\.0 %\n/);
    expect(text).toMatch(/\n {2}total +\d+ \/ \d+ +\d+\.\d %\n/);
    expect(text).toMatch(/\nKnown gaps:\n {2}\*\*\/\*:absent \(\d+\): Nothing is ever left out\.\n/);
    expect(text).toContain(
      "\nNot good enough; add a case, or an entry with its reason to the known gaps:\n  test is covered to",
    );
    expect(text).toMatch(/\n {2}and \d+ more\nReport: coverage\/index\.html$/);
  });

  test("says of a part of the suite that the floor is not checked", async () => {
    const { report } = await render(things, exchanges, { complete: false, others: ["secrets"] });
    const text = textSummary(report, "coverage/index.html");
    expect(text).toContain("A part of the suite was run, so the floor of 95 % is not checked.");
    expect(text).not.toContain("Not good enough");
    expect(text).toContain("\nNot under contract, and not measured: secrets\n");
  });
});

describe("a shown exchange", () => {
  test("has no credential in it, of any scheme", async () => {
    const secret = "geheim";
    const document = {
      ...hostileDocument,
      paths: {
        "/x": { get: { operationId: "X", security: [{ Query: [] }, { Header: [] }, { Cookie: [] }, { Basic: [] }] } },
      },
      components: {
        securitySchemes: {
          Query: { type: "apiKey", in: "query", name: "Key" },
          Header: { type: "apiKey", in: "header", name: "X-Key" },
          Cookie: { type: "apiKey", in: "cookie", name: "session" },
          Basic: { type: "http", scheme: "basic" },
        },
      },
    };
    const headers = { authorization: `Basic ${btoa(`user:${secret}`)}`, "x-key": secret, cookie: `session=${secret}` };
    const sent = exchange({ method: "GET", path: `/x?a=1&Key=${secret}&b=2`, headers, status: 204 });
    const { examples, exchanges: all } = showExchanges(measure(await probesOf(document), [sent]));
    expect(examples.get("test/X:called")).toEqual([0]);
    expect(all[0]?.request).toBe("GET /x?a=1&Key=…&b=2\nauthorization: Basic …\nx-key: …\ncookie: …");
  });

  test("is cut where it would be too long, and has JSON on lines", async () => {
    const long = exchange({ body: `Name=${"x".repeat(9_999)}`, response: { name: "x" } });
    const { exchanges: shown } = showExchanges(measure(await probesOf(things), [long, ...hostileExchanges]));
    expect(shown[0]?.request.length).toBeLessThan(2_200);
    expect(shown[0]?.response).toBe('200\ncontent-type: application/json\n\n{\n  "name": "x"\n}');
  });
});
