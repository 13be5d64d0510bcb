import { describe, expect, it } from "vitest";
import { EncodeError } from "./encode-error.ts";
import { serializeHeaders } from "./headers.ts";
import type { Parameter, Style } from "./operation.ts";
import { serializeStyledPath } from "./path.ts";
import { serializeStyledQuery } from "./query.ts";
import { type Kind, parseCookie, parseHeader, parsePath, parseQuery } from "./testing/parse-styles.ts";

// Whatever is written must be read back as what it was by a server that only knows the specification, or be refused.

const TEXTS = [
  ..."abc 0é\u{1F600}日",
  ..."!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\t\n\r\0\x7f",
  ..."a,b|a.b|a b|a|b|a;b|a=b|a&b|%2C|%20|%7C|100%|a+b|.|..|...| a|a |__proto__|é,ü|color|\u{1F600},|[R]|=|==|;;".split(
    "|",
  ),
  "a|b",
  "x".repeat(300),
];
const ARRAYS = [
  [],
  [""],
  ["", ""],
  ["a", ""],
  ...TEXTS.map((text) => [text]),
  ...TEXTS.map((text) => ["first", text, "last"]),
];
const OBJECTS = [
  {},
  { "": "" },
  { a: "" },
  ...TEXTS.map((text) => ({ R: text, G: "200" })),
  ...TEXTS.map((text) =>
    Object.fromEntries([
      [text, "1"],
      ["other", "2"],
    ]),
  ),
];
const VALUES: [Kind, readonly unknown[]][] = [
  ["primitive", ["", ...TEXTS]],
  ["array", ARRAYS],
  ["object", OBJECTS],
];

interface Tally {
  sent: number;
  refused: number;
}

function tryAll(kind: Kind, values: readonly unknown[], trip: (value: unknown, kind: Kind) => unknown): Tally {
  const tally = { sent: 0, refused: 0 };
  for (const value of values) {
    let received: unknown;
    try {
      received = trip(value, kind);
    } catch (error) {
      expect(error, JSON.stringify(value)).toBeInstanceOf(EncodeError);
      tally.refused++;
      continue;
    }
    expect(received, JSON.stringify(value)).toEqual(value);
    tally.sent++;
  }
  return tally;
}

const parameter = (rules: Partial<Parameter>): Parameter => ({ name: "color", in: "query", schema: "Color", ...rules });
const explodes = [false, true];

describe("a path", () => {
  const cases = (["simple", "label", "matrix"] as Style[]).flatMap((style) =>
    explodes.flatMap((explode) => VALUES.map(([kind, values]) => [style, explode, kind, values] as const)),
  );
  it.each(cases)("in style %s, explode %s, brings %s values there", (style, explode, kind, values) => {
    const { sent, refused } = tryAll(kind, values, (color) => {
      const path = serializeStyledPath("/v1/{color}/x", { color }, [parameter({ in: "path", style, explode })]);
      // What a server gets is what the URL parser leaves.
      const { pathname, search, hash } = new URL(path, "https://a.example");
      expect([search, hash]).toEqual(["", ""]);
      const segments = pathname.split("/");
      expect(segments).toHaveLength(4);
      return parsePath(segments[2] ?? "", "color", style, explode, kind);
    });
    expect(refused).toBeLessThan(style === "label" && explode ? 30 : 12);
    expect(sent).toBeGreaterThan(30);
  });
});

describe("a query", () => {
  const styles: [Style, boolean, Kind[]][] = [
    ["form", false, ["primitive", "array", "object"]],
    ["form", true, ["primitive", "array", "object"]],
    ["spaceDelimited", false, ["array", "object"]],
    ["pipeDelimited", false, ["array", "object"]],
    ["deepObject", true, ["object"]],
  ];
  const cases = styles.flatMap(([style, explode, kinds]) =>
    VALUES.filter(([kind]) => kinds.includes(kind)).flatMap(([kind, values]) =>
      [false, true].map((reserved) => [style, explode, reserved, kind, values] as const),
    ),
  );
  it.each(cases)("in style %s, explode %s, allowReserved %s, brings %s values there", (...row) => {
    const [style, explode, allowReserved, kind, values] = row;
    const { sent, refused } = tryAll(kind, values, (color) => {
      const query = serializeStyledQuery({ color }, [parameter({ style, explode, allowReserved })]);
      const { search, hash } = new URL(`https://a.example/?${query}`);
      expect(hash).toBe("");
      // Form decoders read a plus as a space: none may be left.
      expect(search).not.toContain("+");
      return parseQuery(search.slice(1), "color", style, explode, kind);
    });
    expect(refused).toBeLessThan(20);
    expect(sent).toBeGreaterThan(50);
  });

  it("keeps reserved characters on demand, but none that would end the value", () => {
    const parameters = [parameter({ allowReserved: true })];
    const query = serializeStyledQuery({ color: ":/?#[]@!$&'()*+,;=%" }, parameters);
    expect(query).toBe("color=:/?%23%5B%5D@!$%26'()*%2B,;=%25");
  });

  it("refuses an exploded object with a key that is another parameter", () => {
    const parameters = [parameter({}), parameter({ name: "page" })];
    expect(() => serializeStyledQuery({ color: { page: 1 } }, parameters)).toThrow(/^color\/page must be absent/);
  });
});

describe("a header", () => {
  const cases = explodes.flatMap((explode) => VALUES.map(([kind, values]) => [explode, kind, values] as const));
  it.each(cases)("with explode %s brings %s values there", (explode, kind, values) => {
    const { sent } = tryAll(kind, values, (color) => {
      const { header } = serializeHeaders({ header: { color } }, [parameter({ in: "header", explode })]);
      return parseHeader(new Headers(header).get("color") ?? "", explode, kind);
    });
    expect(sent).toBeGreaterThan(35);
  });
});

describe("a cookie", () => {
  it.each(VALUES)("brings %s values there", (kind, values) => {
    const { sent, refused } = tryAll(kind, values, (color) => {
      const explode = kind === "primitive";
      const cookies = { color, other: "1" };
      const { header } = serializeHeaders({ cookie: cookies }, [parameter({ in: "cookie", explode })]);
      return parseCookie(new Headers(header).get("cookie") ?? "", "color", kind);
    });
    expect(refused).toBeLessThan(3);
    expect(sent).toBeGreaterThan(50);
  });
});

describe("a parameter with a media type", () => {
  const value = { a: [1, { b: "é,&#\n" }], c: null };
  const rules = { contentType: "application/json; charset=utf-8" };
  it("brings JSON there from every place", () => {
    const path = serializeStyledPath("{color}", { color: value }, [parameter({ in: "path", ...rules })]);
    expect(JSON.parse(decodeURIComponent(path))).toEqual(value);
    const query = serializeStyledQuery({ color: value }, [parameter(rules)]);
    expect(JSON.parse(decodeURIComponent(query.slice("color=".length)))).toEqual(value);
    const { header } = serializeHeaders({ header: { color: value }, cookie: { color: value } }, [
      parameter({ in: "header", ...rules }),
      parameter({ in: "cookie", ...rules }),
    ]);
    expect(JSON.parse(new Headers(header).get("color") ?? "")).toEqual(value);
    expect(JSON.parse(decodeURIComponent((header.cookie ?? "").slice("color=".length)))).toEqual(value);
  });
});

describe("every style", () => {
  it.each<[unknown]>([[[["nested"]]], [[{}]], [{ a: {} }], [{ a: [] }], [new Date(0)], [new Map()], ["\ud800"]])(
    "refuses %j, which none is defined for, and names the parameter",
    (color) => {
      for (const style of ["form", "spaceDelimited"] as const) {
        expect(() => serializeStyledQuery({ color }, [parameter({ style })])).toThrow(/^color(\/\w+)? must be /);
      }
      for (const style of ["simple", "label", "matrix"] as const) {
        const parameters = [parameter({ in: "path", style })];
        expect(() => serializeStyledPath("{color}", { color }, parameters)).toThrow(EncodeError);
      }
      expect(() => serializeHeaders({ header: { color } }, [])).toThrow(EncodeError);
      expect(() => serializeHeaders({ cookie: { color } }, [])).toThrow(EncodeError);
    },
  );
});
