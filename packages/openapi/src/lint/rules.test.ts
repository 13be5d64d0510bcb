import { createConfig } from "@redocly/openapi-core";
import { expect, it } from "vitest";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { allRules } from "./checks.ts";

it("RULES.md is written from the table of rules", async () => {
  const rows = [...allRules()].map(
    ([id, { severity, about, redocly }]) =>
      `| \`${id}\` | ${severity} | ${redocly === undefined ? "earmark" : "Redocly"} | ${about} |`,
  );
  const text = [
    "# Rules",
    "",
    "What `codegen lint` and `codegen generate` say about a document, by rule. Each diagnostic has one of these ids; the",
    "severity is the usual one, which a diagnostic that is harmless at its place may lower.",
    "",
    "- `error`: something cannot be read or generated. `codegen lint` exits 1.",
    "- `warning`: what the author of the document should know, although it can be.",
    "- `info`: a normalisation beyond the letter of the specification, because the author evidently meant it.",
    "",
    "| rule | severity | found by | what it is about, and what to do |",
    "|---|---|---|---|",
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
  diagnose({ id: "made-up", severity: "error" }, place, "#", "");
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
  for (const [id] of on)
    expect([id, table.get(id)?.redocly, table.get(id)?.severity]).toEqual([id, expect.any(String), "error"]);
});
