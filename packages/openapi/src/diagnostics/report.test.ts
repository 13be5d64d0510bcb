import { describe, expect, it } from "vitest";
import { type Details, type Diagnostic, diagnose, inOrder } from "./diagnostic.ts";
import { DocumentError } from "./document-error.ts";
import { formatDiagnostics } from "./report.ts";
import type { RuleId } from "./rules.ts";

function at(place: string, rule: RuleId, message: string, details?: Details): Diagnostic {
  const [file = "", line, column] = place.split(":");
  const placeOf = () => ({ file, line: Number(line), column: Number(column) });
  return diagnose(rule, { placeOf }, `#/${line}`, message, details);
}

const TYPE = { expected: "a type", received: '"int32"' };
const SEVERAL = [
  at("a.yaml:1:2", "structure", "expected a type", TYPE),
  at("a.yaml:3:4", "older-keyword", "nullable"),
  at("a.yaml:5:6", "structure", "expected a type", TYPE),
  at("b.yaml:7:8", "structure", "expected a type", TYPE),
  at("b.yaml:9:10", "structure", "expected a type", { severity: "warning" }),
];

it("is in the order of files, lines, columns and rules, whatever order it was found in", () => {
  const shuffled = [4, 2, 0, 3, 1].flatMap((index) => SEVERAL[index] ?? []);
  expect(inOrder(shuffled)).toEqual(SEVERAL);
  const [first, second] = [at("a:10:1", "path", ""), at("a:10:1", "method", "")];
  expect(inOrder([first, second, at("a:9:20", "style", "")]).map(({ rule }) => rule)).toEqual([
    "style",
    "method",
    "path",
  ]);
});

describe("a report as text", () => {
  it("has a line for each thing to say, with its first places where there are several", () => {
    expect(formatDiagnostics(SEVERAL)).toEqual([
      "a.yaml:1:2 structure expected a type (3 places; also 5:6, b.yaml:7:8)",
      "a.yaml:3:4 older-keyword info: nullable",
      "b.yaml:9:10 structure warning: expected a type",
    ]);
  });

  it("names a place once, however many pointers lead there", () => {
    const [one, other] = [at("a:1:1", "ignored", "x"), at("a:2:1", "ignored", "x")];
    expect(formatDiagnostics([one, { ...one, pointer: "#/other" }])).toEqual(["a:1:1 ignored info: x"]);
    expect(formatDiagnostics([one, one, other, other])).toEqual(["a:1:1 ignored info: x (2 places; also 2:1)"]);
  });

  it("leaves places out where there are many", () => {
    const many = Array.from({ length: 36 }, (_, index) => at(`a:${index + 1}:1`, "ignored", "x"));
    expect(formatDiagnostics(many)).toEqual(["a:1:1 ignored info: x (36 places; also 2:1, 3:1, 4:1, 5:1, 6:1, …)"]);
  });

  it("shows what is invisible", () => {
    expect(formatDiagnostics([at("a:1:1", "path", "x\n::error::y\u001b[2J")])).toEqual([
      "a:1:1 path warning: x\\n::error::y\\u001b[2J",
    ]);
  });

  it("is the message of the error that a command throws", () => {
    expect(new DocumentError(SEVERAL).message.split("\n")).toEqual(formatDiagnostics(SEVERAL));
  });
});

it("a report as JSON is a list of what is said, with its first place and how many there are", () => {
  const [text = ""] = formatDiagnostics(SEVERAL, "json");
  const [first, second, ...others] = JSON.parse(text);
  const place = { file: "a.yaml", line: 1, column: 2, pointer: "#/1" };
  expect(first).toEqual({
    rule: "structure",
    severity: "error",
    ...place,
    message: "expected a type",
    ...TYPE,
    count: 3,
  });
  expect(second).toMatchObject({ rule: "older-keyword", severity: "info", expected: null, received: null, count: 1 });
  expect(others).toHaveLength(1);
  expect(formatDiagnostics([], "json")).toEqual(["[]"]);
});

describe("a report as commands of GitHub's workflows", () => {
  it("has a command for each thing to say", () => {
    expect(formatDiagnostics(SEVERAL, "github")).toEqual([
      "::error file=a.yaml,line=1,col=2,title=structure::expected a type (3 places; also 5:6, b.yaml:7:8)",
      "::notice file=a.yaml,line=3,col=4,title=older-keyword::nullable",
      "::warning file=b.yaml,line=9,col=10,title=structure::expected a type",
    ]);
  });

  it("escapes what ends a property or a command", () => {
    expect(formatDiagnostics([at("a,b%.yaml:1:1", "path", "100 %: a, b")], "github")).toEqual([
      "::warning file=a%2Cb%25.yaml,line=1,col=1,title=path::100 %25: a, b",
    ]);
  });

  it("names files as the repository does, on Windows too", () => {
    expect(formatDiagnostics([at("openapi\\a.yaml:1:1", "path", "x")], "github")).toEqual([
      "::warning file=openapi/a.yaml,line=1,col=1,title=path::x",
    ]);
  });

  it.each([
    "x\n::error file=a::injected",
    "x\r\n::add-mask::e",
    "::warning::injected",
    "##[error]injected",
    "##vso[task]",
  ])("leaves nothing of a command that a document brings: %j", (message) => {
    const [command = "", ...others] = formatDiagnostics(
      [at(`${message.replaceAll(":", ";")}:1:1`, "path", message)],
      "github",
    );
    expect(others).toEqual([]);
    expect(command).not.toMatch(/[\r\n]|##\w*\[/);
    expect(command).toMatch(/^::warning file=[^:,]*,line=1,col=1,title=path::(?!:)/);
  });
});
