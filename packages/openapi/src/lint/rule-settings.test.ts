import { expect, it } from "vitest";
import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import { applyRules, isSettable, type RuleSettings } from "./rule-settings.ts";

const document = { placeOf: () => ({ file: "a.yaml", line: 1, column: 1 }) };
const at = (rule: Parameters<typeof diagnose>[0], pointer: string): Diagnostic =>
  diagnose(rule, document, pointer, "x");
const FOUND = [at("struct", "#/paths/~1a/get"), at("skipped", "#/paths/~1a/get/x"), at("syntax", "#")];

const left = (settings: RuleSettings): readonly string[] =>
  applyRules(FOUND, settings).diagnostics.map(({ rule, severity }) => `${rule} ${severity}`);

it.each<[string, RuleSettings, readonly string[]]>([
  ["nothing, leave all as it is", {}, ["struct error", "skipped warning", "syntax error"]],
  ["off, leave nothing of a rule", { struct: "off" }, ["skipped warning", "syntax error"]],
  [
    "another severity, give it",
    { struct: "warning", skipped: "error" },
    ["struct warning", "skipped error", "syntax error"],
  ],
  [
    "an exception, leave out that place and all below it",
    { struct: [{ at: "#/paths/~1a", reason: "x" }], skipped: [{ at: "#/paths/~1a/get", reason: "x" }] },
    ["syntax error"],
  ],
  [
    "an exception at another place, leave all",
    { struct: [{ at: "#/paths/~1a/get/x", reason: "x" }], skipped: [{ at: "#/paths/~1", reason: "x" }] },
    ["struct error", "skipped warning", "syntax error"],
  ],
  ["that there is no document, change nothing", { syntax: "off" }, ["struct error", "skipped warning", "syntax error"]],
])("settings that say %s", (_, settings, wanted) => {
  expect(left(settings)).toEqual(wanted);
});

it("says which exceptions were used", () => {
  const [used, unused] = [
    { at: "#/paths", reason: "x" },
    { at: "#/info", reason: "x" },
  ];
  expect([...applyRules(FOUND, { struct: [used, unused] }).used]).toEqual([used]);
});

it("knows which rules can be set", () => {
  expect([isSettable("struct"), isSettable("syntax")]).toEqual([true, false]);
});
