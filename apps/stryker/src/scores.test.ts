import { describe, expect, it } from "vitest";
import { AREAS, isIn } from "./areas.ts";
import { fallen, scoresOf } from "./scores.ts";

const mutants = (fileName: string, ...statuses: readonly string[]) => statuses.map((status) => ({ fileName, status }));

describe("the score of a file", () => {
  it("is the share of its mutants that tests kill, rounded down", () => {
    const given = [
      ...mutants("b.ts", "Killed", "Timeout", "Survived"),
      ...mutants("a.ts", "Killed", "NoCoverage"),
      ...mutants("all.ts", "Killed"),
      ...mutants("none.ts", "Survived"),
    ];
    expect(Object.entries(scoresOf(given))).toEqual([
      ["a.ts", 50],
      ["all.ts", 100],
      ["b.ts", 66],
      ["none.ts", 0],
    ]);
  });

  it("counts neither mutants that do not run nor ignored ones", () => {
    const given = mutants("a.ts", "Killed", "Ignored", "CompileError", "RuntimeError", "Pending", "Survived");
    expect(scoresOf(given)).toEqual({ "a.ts": 50 });
    expect(scoresOf(mutants("a.ts", "Ignored"))).toEqual({});
  });
});

describe("a score that fell", () => {
  it("is named, with the one that is kept", () => {
    expect(fallen({ "a.ts": 79, "b.ts": 90 }, { "a.ts": 80, "b.ts": 90, "c.ts": 10 })).toEqual([
      "a.ts: 79 of 100 mutants are killed, 80 were",
    ]);
  });

  it("of a new file is one below the lowest that is kept; without any, one below 100", () => {
    const kept = { "a.ts": 60, "b.ts": 100 };
    expect(fallen({ "new.ts": 60 }, kept)).toEqual([]);
    expect(fallen({ "new.ts": 59 }, kept)).toHaveLength(1);
    expect(fallen({ "new.ts": 99 }, {})).toHaveLength(1);
  });
});

describe("an area", () => {
  it("has the code of its folders, without tests and what they need", () => {
    const [area = { name: "", tests: [], mutate: [] }] = AREAS.filter(({ name }) => name === "http");
    expect(isIn(area, "packages/http/src/api-error.ts")).toBe(true);
    for (const file of ["src/x.test.ts", "src/x.test-d.ts", "src/testing/serve.ts", "README.md", "srcs/x.ts"])
      expect(isIn(area, `packages/http/${file}`)).toBe(false);
  });
});
