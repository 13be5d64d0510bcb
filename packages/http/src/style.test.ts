import { describe, expect, it } from "vitest";
import { EncodeError } from "./encode-error.ts";
import { serializeHeaders } from "./headers.ts";
import type { Parameter, Style } from "./operation.ts";
import { serializeStyledPath } from "./path.ts";
import { serializeStyledQuery } from "./query.ts";

// The table of https://spec.openapis.org/oas/v3.1.1.html#style-examples; `null` stands for its n/a.

type Row = [style: Style, explode: boolean, string: string | null, array: string | null, object: string | null];

const string = "blue";
const array = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

const parameter = (place: Parameter["in"], style: Style, explode: boolean): Parameter => ({
  name: "color",
  in: place,
  style,
  explode,
  schema: "Color",
});

function expectRow(write: (value: unknown) => string | undefined, [, , ...wants]: Row): void {
  for (const [index, value] of [string, array, object].entries()) {
    const want = wants[index];
    if (want === null) expect(() => write(value)).toThrow(EncodeError);
    else expect(write(value)).toBe(want);
  }
}

describe("the specification's examples", () => {
  it.each<Row>([
    ["matrix", false, ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
    ["matrix", true, ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"],
    ["label", false, ".blue", ".blue,black,brown", ".R,100,G,200,B,150"],
    ["label", true, ".blue", ".blue.black.brown", ".R=100.G=200.B=150"],
    ["simple", false, "blue", "blue,black,brown", "R,100,G,200,B,150"],
    ["simple", true, "blue", "blue,black,brown", "R=100,G=200,B=150"],
    ["form", true, null, null, null],
    ["deepObject", true, null, null, null],
    // Of Swagger 2.0.
    ["spaceDelimited", false, null, "blue%20black%20brown", "R%20100%20G%20200%20B%20150"],
    ["tabDelimited", false, null, "blue%09black%09brown", "R%09100%09G%09200%09B%09150"],
    ["pipeDelimited", false, null, "blue%7Cblack%7Cbrown", "R%7C100%7CG%7C200%7CB%7C150"],
  ])("in a path: %s, explode %s", (...row) => {
    expectRow((color) => serializeStyledPath("{color}", { color }, [parameter("path", row[0], row[1])]), row);
  });

  it.each<Row>([
    ["form", false, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
    ["form", true, "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
    ["spaceDelimited", false, null, "color=blue%20black%20brown", "color=R%20100%20G%20200%20B%20150"],
    ["spaceDelimited", true, null, null, null],
    ["pipeDelimited", false, null, "color=blue%7Cblack%7Cbrown", "color=R%7C100%7CG%7C200%7CB%7C150"],
    ["pipeDelimited", true, null, null, null],
    ["tabDelimited", false, null, "color=blue%09black%09brown", "color=R%09100%09G%09200%09B%09150"],
    // What the specification leaves open, as most servers read it.
    ...[false, true].map((explode): Row => {
      const list = "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown";
      return ["deepObject", explode, "color=blue", list, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"];
    }),
    ["simple", false, null, null, null],
    ["matrix", true, null, null, null],
  ])("in a query: %s, explode %s", (...row) => {
    expectRow((color) => serializeStyledQuery({ color }, [parameter("query", row[0], row[1])]), row);
  });

  it.each<Row>([
    ["simple", false, "blue", "blue,black,brown", "R,100,G,200,B,150"],
    ["simple", true, "blue", "blue,black,brown", "R=100,G=200,B=150"],
    ["form", false, null, null, null],
    ["spaceDelimited", false, "blue", "blue black brown", "R 100 G 200 B 150"],
    ["tabDelimited", false, "blue", "blue\tblack\tbrown", "R\t100\tG\t200\tB\t150"],
    ["pipeDelimited", false, "blue", "blue|black|brown", "R|100|G|200|B|150"],
  ])("in a header: %s, explode %s", (...row) => {
    const parameters = [parameter("header", row[0], row[1])];
    expectRow((color) => serializeHeaders({ header: { color } }, parameters).header.color, row);
  });

  it.each<Row>([
    ["form", false, "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"],
    ["form", true, "color=blue", null, null],
    ["simple", false, null, null, null],
  ])("in a cookie: %s, explode %s", (...row) => {
    const parameters = [parameter("cookie", row[0], row[1])];
    expectRow((color) => serializeHeaders({ cookie: { color } }, parameters).header.cookie, row);
  });

  it("have the defaults of the specification", () => {
    const bare = (place: Parameter["in"]): Parameter[] => [{ name: "color", in: place, schema: "Color" }];
    expect(serializeStyledPath("{color}", { color: array }, bare("path"))).toBe("blue,black,brown");
    expect(serializeStyledQuery({ color: array }, bare("query"))).toBe("color=blue&color=black&color=brown");
    expect(serializeHeaders({ header: { color: array } }, bare("header")).header.color).toBe("blue,black,brown");
    const deep: Parameter[] = [{ name: "color", in: "query", style: "deepObject", schema: "Color" }];
    expect(serializeStyledQuery({ color: { R: 1 } }, deep)).toBe("color%5BR%5D=1");
  });

  it("write an empty string as the table does", () => {
    expect(serializeStyledPath("{color}", { color: "" }, [parameter("path", "matrix", false)])).toBe(";color");
    expect(serializeStyledQuery({ color: "" }, [parameter("query", "form", true)])).toBe("color=");
    for (const style of ["simple", "label"] as const) {
      // They would be another path: the segment would be empty, or a dot.
      const write = () => serializeStyledPath("{color}", { color: "" }, [parameter("path", style, false)]);
      expect(write).toThrow(EncodeError);
    }
  });
});
