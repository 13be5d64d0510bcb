import { createConfig } from "@redocly/openapi-core";
import { expect, it } from "vitest";
import { diagnose } from "../diagnostics/diagnostic.ts";
import type { Ground } from "../diagnostics/rules.ts";
import { allRules } from "./checks.ts";

const GROUNDS: Readonly<Record<Ground, string>> = {
  reading: "without that there is no document.",
  specification: "OpenAPI or JSON Schema forbids it, in its schemas or in its prose.",
  generation: "they allow it, and not everything can be generated from it.",
  style: "they allow it, and it is generated; house style.",
  settings: "it is about an exception from a rule, and not about the document.",
};

it("RULES.md is written from the table of rules", async () => {
  const rows = [...allRules()].map(
    ([id, { severity, ground, about, why = "", redocly }]) =>
      `| \`${id}\` | ${severity} | ${ground} | ${redocly === true ? "Redocly" : "earmark"} | ${about} | ${why} |`,
  );
  const text = [
    "# Rules",
    "",
    "What `codegen lint` and `codegen generate` say about a document, by rule. Each diagnostic has one of these ids; the",
    "severity is the usual one of `lint`, which a diagnostic that is harmless at its place may lower. `generate` warns of",
    "errors that cost nothing but what has them, such as one operation.",
    "",
    "- `error`: the specification forbids it, or it cannot be read or generated. `codegen lint` exits 1.",
    "- `warning`: what the author of the document should know, although it is valid.",
    "- `info`: a normalisation beyond the letter of the specification, because the author evidently meant it.",
    "",
    "Why a rule has its severity is its ground:",
    "",
    ...Object.entries(GROUNDS).map(([ground, meaning]) => `- \`${ground}\`: ${meaning}`),
    "",
    "| rule | severity | ground | found by | what it is about, and what to do | what the specification says |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
  await expect(text).toMatchFileSnapshot("../../RULES.md");
});

it("no diagnostic can be made of a rule that is not in the table", () => {
  const place = { placeOf: () => ({ file: "a.yaml", line: 1, column: 1 }) };
  // @ts-expect-error: no such id
  expect(() => diagnose("made-up", place, "#", "")).toThrow();
  // @ts-expect-error: no sentence that says what it is about
  diagnose({ id: "made-up", severity: "error", ground: "style" }, place, "#", "");
});

it.each([...allRules()])("%s says in a sentence what it is about", (id, { about }) => {
  expect(id).toMatch(/^[a-z][A-Za-z0-9-]*$/);
  expect(about).toMatch(/^[A-Z`].*\.$/);
  expect(about).not.toMatch(/[|\n]/);
});

it.each(["oas3_0", "oas3_1"] as const)("has every rule that Redocly's set for %s can report", async (version) => {
  const config = await createConfig({ extends: ["spec"] });
  const on = Object.entries(config.rules[version]).filter(
    ([, rule]) => (typeof rule === "object" ? rule.severity : rule) !== "off",
  );
  const table = allRules();
  expect(on.length).toBeGreaterThan(10);
  expect(on.filter(([id]) => !table.has(id))).toEqual([]);
});

it("an error that can be generated nevertheless says what forbids it, and what is style says what allows it", () => {
  for (const [id, { severity, ground, why, redocly }] of allRules())
    if (ground === "specification" || redocly === true)
      expect([id, severity, why]).toEqual([id, severity, expect.any(String)]);
});

it("what is a matter of style is no error", () => {
  const wrong = [...allRules()].filter(([, { severity, ground }]) => ground === "style" && severity === "error");
  expect(wrong).toEqual([]);
});
